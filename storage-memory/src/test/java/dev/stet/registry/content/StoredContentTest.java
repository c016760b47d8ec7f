package dev.stet.registry.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.Contents;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.facts.Facts;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.DamagedContentException;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Publish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Contents that are stored relative to each other are read back as they were given, or refused. */
class StoredContentTest {
    private static final AgentKey KEY = AgentKey.of("w", "desk");
    private static final int ALL = 100;

    private final Storage store = new MemoryStorage();

    private static final AgentId DESK = AgentId.of("desk");

    /** Promise 3 over a long history, each version read by an instance that has nothing in memory. */
    @Promise(3)
    @Test
    void everyVersionOfALongHistoryReadsAsItWasPublished() {
        List<Content> published = new ArrayList<>();
        publish(create(document()));
        published.add(document());
        for (int i = 2; i <= 70; i++) {
            Content next = published.get(i - 2).withSection("node " + i % 20, node(100 + i));
            Content given = i % 7 == 0 ? reordered(next) : next;
            publish(save(workspace(store), Edit.content(given)));
            published.add(given);
        }
        long deltas = 0;
        for (int i = 1; i <= published.size(); i++) {
            Content content = published.get(i - 1);
            Workspace cold = workspace(store);
            assertEquals(
                    content.toJson(), cold.contents(DESK).read(Ref.version(i)).toJson());
            assertEquals(i, cold.versions(DESK).verify(i).number());
            deltas += stored(content.hash()).base().stream().count();
        }
        assertTrue(deltas > 60, "of 70 versions, only " + deltas + " are deltas");
    }

    /** Of equal contents, the first is kept: what builds on the second builds on that. */
    @Promise(3)
    @Test
    void whatBuildsOnAContentInAnotherSpellingIsReadBack() {
        Content first = document();
        Content second = first.withSection("node 3", node(99));
        Workspace workspace = workspace(store);
        Draft draft = create(first);
        save(workspace, Edit.content(second));
        save(workspace, Edit.content(reordered(first)));
        publish(save(workspace, Edit.section("node 5", node(98))));
        Contents cold = workspace(store).contents(DESK);
        for (long revision : new long[] {1, 3}) {
            Ref ref = Ref.revision(new DraftRef(draft.id(), revision));
            assertEquals(first.toJson(), cold.read(ref).toJson());
        }
        assertEquals(
                first.withSection("node 5", node(98)).toJson(),
                cold.read(Ref.version(1)).toJson());
        Draft given = workspace.drafts(DESK).open(NewDraft.from(Ref.content(reordered(second)), "given"));
        workspace.drafts(DESK).save(given.ref(), Edit.section("node 6", node(97)));
        assertEquals(
                second.withSection("node 6", node(97)).toJson(),
                workspace(store).contents(DESK).read(Ref.draft(given.id())).toJson());
    }

    /** A draft that is opened from a content of the caller's is stored against the latest version. */
    @Test
    void whatIsGivenAnewIsStoredAgainstTheLatestVersion() {
        publish(create(document()));
        Content next = document().withSection("node 7", node(55));
        Draft given = workspace(store).drafts(DESK).open(NewDraft.from(Ref.content(next), "given"));
        StoredContent stored = stored(given.hash());
        assertEquals(Optional.of(document().hash()), stored.base());
        assertEquals(
                next.toJson(),
                workspace(store).contents(DESK).read(Ref.draft(given.id())).toJson());
    }

    @Promise(3)
    @TestFactory
    Stream<DynamicTest> aDamagedChainIsRefusedByAgentVersionAndHash() {
        Map<String, UnaryOperator<List<StoredContent>>> damages = new LinkedHashMap<>();
        damages.put("a missing base", chain -> chain.subList(0, 2));
        damages.put("a missing content", chain -> List.of());
        damages.put("a base in between is missing", chain -> without(chain, 1));
        damages.put("a changed base", chain -> with(chain, 1, changed(chain.get(1), 0)));
        damages.put("a changed whole copy", chain -> with(chain, 3, changed(chain.get(3), 0)));
        damages.put("a cut base", chain -> with(chain, 2, changed(chain.get(2), 9)));
        damages.put("a base in an unknown encoding", chain -> with(chain, 1, encoded(chain.get(1), 77)));
        damages.put("a base that is another content", chain -> with(chain, 1, chain.get(2)));
        damages.put("a circle", chain -> Collections.nCopies(ALL, chain.get(0)));
        return damages.entrySet().stream()
                .map(damage -> dynamicTest(damage.getKey(), () -> isRefused(damage.getValue())));
    }

    private void isRefused(UnaryOperator<List<StoredContent>> damage) {
        if (new Facts(store).findAgent(KEY).isEmpty()) {
            create(document());
            for (int i = 1; i <= 3; i++) {
                publish(save(workspace(store), Edit.section("node " + i, node(100 + i))));
            }
        }
        Content sound = workspace(store).contents(DESK).read(Ref.version(3));
        Workspace damaged =
                workspace(new DamagingStorage(store, found -> found.size() < 4 ? found : damage.apply(found)));
        for (DamagedContentException refusal : List.of(
                assertThrows(
                        DamagedContentException.class,
                        () -> damaged.contents(DESK).read(Ref.version(3))),
                assertThrows(
                        DamagedContentException.class,
                        () -> damaged.versions(DESK).verify(3)))) {
            assertEquals(sound.hash(), refusal.hash());
            assertEquals(OptionalLong.of(3), refusal.version());
            assertTrue(refusal.getMessage().contains("version 3 of agent w/desk"), refusal::getMessage);
        }
    }

    private static Workspace workspace(Storage store) {
        return Stet.on(store)
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(WorkspaceId.of("w"), Actor.of("ada"));
    }

    private StoredContent stored(ContentHash hash) {
        return new Facts(store).listContentChain(KEY, hash, 1).get(0);
    }

    private Draft create(Content content) {
        return workspace(store)
                .agents()
                .create(NewAgent.named("Desk").id(DESK).content(content))
                .draft();
    }

    private static Draft save(Workspace workspace, Edit edit) {
        Draft open = workspace.drafts(DESK).list(Range.first(1)).items().get(0);
        return workspace.drafts(DESK).save(open.ref(), edit).draft();
    }

    private void publish(Draft draft) {
        workspace(store).drafts(DESK).publish(Publish.draft(draft.ref()));
    }

    private static Content document() {
        Content content = Content.empty();
        for (int i = 0; i < 20; i++) {
            content = content.withSection("node " + i, node(i));
        }
        return content;
    }

    private static JsonValue node(int number) {
        String words = IntStream.range(0, 30)
                .mapToObj(word -> Integer.toString(number * 7_919 + word * word * 104_729, 36))
                .collect(Collectors.joining(" "));
        return JsonValue.parse("{\"x\":" + number + ".50,\"prompt\":\"" + words + "\"}");
    }

    /** The same content, its sections in the opposite order. */
    private static Content reordered(Content content) {
        List<String> names = new ArrayList<>(content.sections());
        Collections.reverse(names);
        Content reordered = Content.empty();
        for (String name : names) {
            reordered = reordered.withSection(name, content.section(name).orElseThrow());
        }
        return reordered;
    }

    private static <T> List<T> with(List<T> list, int index, T other) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, other);
        return copy;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static StoredContent encoded(StoredContent row, int encoding) {
        return new StoredContent(row.hash(), row.base(), encoding, row.bytes());
    }

    /** One bit in the middle is another, and so many bytes are cut off. */
    private static StoredContent changed(StoredContent row, int cut) {
        byte[] bytes = row.bytes();
        bytes[bytes.length / 2] ^= 1;
        return new StoredContent(row.hash(), row.base(), row.encoding(), Arrays.copyOf(bytes, bytes.length - cut));
    }
}
