package dev.stet.registry.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Listing;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Versions;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome.Published;
import dev.stet.version.ValueChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Differences between what is stored, and which version changed a value. */
class BlameTest {
    private static final AgentId DESK = AgentId.of("desk");

    private final Stet stet = Stet.on(new MemoryStorage())
            .identities(Identities.byDefault().at("/tools", "/function/name"))
            .build();
    private final Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    private final Workspace ben = stet.workspace(WorkspaceId.of("acme"), Actor.of("ben"));

    @Test
    void tellsWhoChangedAValueAndWhatItWas() {
        publish(ana, "{\"prompt\":\"Hello.\",\"model\":1}");
        publish(ben, "{\"prompt\":\"Good morning.\",\"model\":1}");
        publish(ana, "{\"prompt\":\"Good morning.\",\"model\":2}");
        publish(ana, "{\"model\":2}");
        publish(ben, "{\"prompt\":\"Hi.\",\"model\":2}");

        assertEquals(
                List.of(
                        "5 ben /prompt: none -> \"Hi.\"",
                        "4 ana /prompt: \"Good morning.\" -> none",
                        "2 ben /prompt: \"Hello.\" -> \"Good morning.\"",
                        "1 ana /prompt: none -> \"Hello.\""),
                blame("/prompt"));
        assertEquals(List.of("3 ana /model: 1 -> 2", "1 ana /model: none -> 1"), blame("/model"));
        assertEquals(List.of(), blame("/nothing"));
        assertEquals(5, blame("").size());
    }

    @Test
    void followsANodeThatMoves() {
        publish(ana, "{\"graph\":{\"nodes\":[{\"id\":\"a\",\"say\":\"Hello\"}]}}");
        publish(ben, "{\"graph\":{\"nodes\":[{\"id\":\"b\",\"say\":\"Hi\"},{\"id\":\"a\",\"say\":\"Hello\"}]}}");
        publish(ana, "{\"graph\":{\"nodes\":[{\"id\":\"b\",\"say\":\"Hi\"},{\"id\":\"a\",\"say\":\"Welcome\"}]}}");
        publish(ben, "{\"graph\":{\"nodes\":[{\"id\":\"a\",\"say\":\"Welcome\"},{\"id\":\"b\",\"say\":\"Hi\"}]}}");

        assertEquals(
                List.of(
                        "3 ana /graph/nodes/1/say: \"Hello\" -> \"Welcome\"",
                        "1 ana /graph/nodes/0/say: none -> \"Hello\""),
                blame("/graph/nodes/0/say"));
        assertEquals(List.of("2 ben /graph/nodes/0/say: none -> \"Hi\""), blame("/graph/nodes/1/say"));
        assertEquals(4, blame("/graph").size());
    }

    @Test
    void goesByTheIdentitiesTheHostDeclared() {
        publish(ana, "{\"tools\":[{\"function\":{\"name\":\"a\",\"x\":1}},{\"function\":{\"name\":\"b\",\"x\":1}}]}");
        publish(ben, "{\"tools\":[{\"function\":{\"name\":\"b\",\"x\":1}},{\"function\":{\"name\":\"a\",\"x\":2}}]}");

        Diff diff = ana.contents(DESK).diff(Ref.version(1), Ref.version(2));
        assertEquals("tools: 1 moved, 1 value", diff.summary().toString());
        assertEquals(
                diff.patch().applyTo(diff.from().root()),
                ana.contents(DESK).read(Ref.version(2)).root());
        assertEquals(List.of("1 ana /tools/1/function/x: none -> 1"), blame("/tools/0/function/x"));
        assertTrue(ana.contents(DESK)
                .diff(Ref.content(diff.to()), Ref.version(2), Identities.none())
                .isEmpty());
    }

    @Test
    void whatIsNotThereIsRefused() {
        Versions nobodys = ana.versions(AgentId.of("nobody"));
        assertThrows(NotFoundException.class, () -> nobodys.blame(JsonPointer.ROOT, Range.first(1)));
        publish(ana, "{}");
        assertThrows(NotFoundException.class, () -> ana.contents(DESK).diff(Ref.version(1), Ref.version(9)));
        assertTrue(ana.versions(DESK).findLastChange(JsonPointer.parse("/a")).isEmpty());
    }

    @Test
    void aLongHistoryIsReadInParts() {
        for (int i = 0; i < 350; i++) {
            publish(
                    ana,
                    "{\"rare\":" + (i < 120 ? 1 : 2) + ",\"often\":{\"count\":" + i + ",\"part\":" + i / 200 + "}}");
        }
        assertEquals(List.of(121L, 1L), numbers("/rare", 10));
        assertEquals(350, numbers("/often/count", 7).size());

        Listing<ValueChange> first = ana.versions(DESK).blame(JsonPointer.parse("/often/part"), Range.first(5));
        assertEquals(List.of(), first.items());
        assertTrue(first.next().isPresent(), "100 contents were compared, none changed it: go on from here");
        assertEquals(List.of(201L, 1L), numbers("/often/part", 5));
        assertEquals(
                201,
                ana.versions(DESK)
                        .findLastChange(JsonPointer.parse("/often/part"))
                        .orElseThrow()
                        .version()
                        .number());
    }

    /** Beside a history of edits, the versions that changed each node's text are written down as they are made. */
    @Property(tries = 50)
    void agreesWithWhatWasWrittenDown(@ForAll long seed) {
        BlameTest test = new BlameTest();
        Random random = new Random(seed);
        List<List<Long>> written = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        List<Integer> texts = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            written.add(new ArrayList<>(List.of(1L)));
            order.add(node);
            texts.add(0);
        }
        test.publish(test.ana, document(order, texts));
        for (long version = 2; version < 12; version++) {
            Collections.shuffle(order, random);
            int changed = random.nextInt(texts.size());
            texts.set(changed, texts.get(changed) + 1);
            written.get(changed).add(0, version);
            test.publish(test.ana, document(order, texts));
        }
        for (int node = 0; node < texts.size(); node++) {
            String place = "/nodes/" + order.indexOf(node) + "/text";
            assertEquals(written.get(node), test.numbers(place, 1 + random.nextInt(4)));
        }
    }

    private static String document(List<Integer> order, List<Integer> texts) {
        List<JsonValue> nodes = new ArrayList<>();
        for (int node : order) {
            nodes.add(JsonObject.of("id", JsonValue.of(node)).with("text", JsonValue.of(texts.get(node))));
        }
        return JsonObject.of("nodes", new JsonArray(nodes)).toJson();
    }

    private List<Long> numbers(String place, int limit) {
        List<Long> numbers = new ArrayList<>();
        JsonPointer pointer = JsonPointer.parse(place);
        Listing<ValueChange> part = ana.versions(DESK).blame(pointer, Range.first(limit));
        while (true) {
            part.items().forEach(change -> numbers.add(change.version().number()));
            if (part.next().isEmpty()) {
                return numbers;
            }
            part = ana.versions(DESK).blame(pointer, Range.after(part.next().get(), limit));
        }
    }

    private List<String> blame(String place) {
        return ana.versions(DESK).blame(JsonPointer.parse(place), Range.first(100)).items().stream()
                .map(BlameTest::told)
                .toList();
    }

    private static String told(ValueChange change) {
        return "%d %s %s: %s -> %s"
                .formatted(
                        change.version().number(),
                        change.version().publishedBy().id(),
                        change.place(),
                        told(change.before()),
                        told(change.after()));
    }

    private static String told(Optional<JsonValue> value) {
        return value.map(JsonValue::toJson).orElse("none");
    }

    private void publish(Workspace who, String json) {
        Content content = Content.parse(json);
        Draft draft;
        if (who.agents().find(DESK).isEmpty()) {
            draft = who.agents()
                    .create(NewAgent.named("Desk").id(DESK).content(content))
                    .draft();
        } else {
            long latest = who.versions(DESK).findLatest().orElseThrow().number();
            Draft opened = who.drafts(DESK).open(NewDraft.from(Ref.version(latest), "next"));
            draft = who.drafts(DESK).save(opened.ref(), Edit.content(content)).draft();
        }
        assertTrue(who.drafts(DESK).publish(Publish.draft(draft.ref())) instanceof Published);
    }
}
