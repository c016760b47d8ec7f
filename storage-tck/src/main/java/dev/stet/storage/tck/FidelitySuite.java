package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Freeze;
import dev.stet.facts.AgentChange;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StoredContent;
import dev.stet.page.PageRevision;
import dev.stet.ref.PageRef;
import dev.stet.storage.ApplyResult;
import dev.stet.version.Annotation;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads return what was written, to the last microsecond, code point and byte. */
public abstract class FidelitySuite extends StorageSuite {
    @TestFactory
    Stream<DynamicTest> textsComeBackToTheLastCodePoint() {
        List<String> texts = List.of(
                "",
                " ",
                " leading and trailing ",
                "line\nbreaks\r\nand\ttabs",
                "quotes ' \" ` \\ and \\u0000, %, _, ; -- and $1",
                "é as one and e\u0301 as two",
                "ß SS ſ, İi ıI, Ωω\u2126",
                "العربية \u200Fעברית\u200E",
                "\uD83D\uDE00\uD834\uDD1E\uDBFF\uDFFD beyond the basic plane",
                "\uFEFF\uFFFD\uFFFF and other noncharacters",
                "x".repeat(2_000),
                "\uD83D\uDE00".repeat(2_000));
        return texts.stream()
                .map(text ->
                        dynamicTest("text " + texts.indexOf(text), () -> textComesBack(text, texts.indexOf(text))));
    }

    private void textComesBack(String text, int number) {
        Rows rows = Rows.of("w", "agent-" + number);
        Agent plain = rows.agent("name" + text, 1);
        Agent agent = new Agent(
                plain.key(),
                plain.name(),
                text,
                text,
                new TreeSet<>(List.of("tag", "tag" + text)),
                AgentStatus.INACTIVE,
                1,
                Optional.empty(),
                plain.createdBy(),
                plain.createdAt(),
                plain.updatedBy(),
                plain.updatedAt(),
                plain.head());
        Draft draft = rows.draft("d", 1, DraftStatus.OPEN, Rows.START).withName(text);
        Version version =
                rows.version(1).withAnnotation(new Annotation(1, text, text, true, false, Rows.ADA, Rows.START));
        Serving frozen = Serving.untouched("live").withFreeze(Optional.of(new Freeze(Rows.ADA, Rows.START, text)));
        TreeMap<String, Change> changes = new TreeMap<>();
        changes.put("none", new Change(Optional.empty(), Optional.empty()));
        changes.put("what " + text, new Change(Optional.of(text), Optional.of("")));
        AuditEntry entry = new AuditEntry(
                rows.key(),
                1,
                Rows.START,
                Optional.empty(),
                Rows.ADA,
                Action.PUBLISH,
                Subject.agent(),
                true,
                changes,
                Optional.empty(),
                Optional.empty());
        rows.change(0)
                .agent(agent)
                .draft(draft)
                .version(version)
                .environment(frozen)
                .audit(entry)
                .applyTo(facts());
        assertEquals(Optional.of(agent), facts().findAgent(rows.key()));
        assertEquals(Optional.of(draft), facts().findDraft(rows.key(), draft.id()));
        assertEquals(Optional.of(version), facts().findVersion(rows.key(), 1));
        assertEquals(List.of(frozen), facts().listEnvironments(rows.key()));
        assertEquals(List.of(entry), Picture.of(facts(), rows.key()).audit());
    }

    /** Every time that the host's clock may say, and that it is in doubt. */
    @Promise(17)
    @TestFactory
    Stream<DynamicTest> timesComeBackToTheMicrosecond() {
        List<Instant> times = List.of(
                Instant.EPOCH,
                Instant.parse("-9999-01-01T00:00:00Z"),
                Instant.parse("-0001-12-31T23:59:59.999999Z"),
                Instant.parse("0000-02-29T12:00:00Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1582-10-10T10:10:10.101010Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("1583-01-01T00:00:00.000001Z"),
                Instant.parse("2026-03-29T01:59:59.123456Z"),
                Instant.parse("2026-10-25T02:30:00.000010Z"),
                Instant.parse("2038-01-19T03:14:08.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
        return times.stream().map(time -> dynamicTest(time.toString(), () -> timeComesBack(time, times.indexOf(time))));
    }

    private void timeComesBack(Instant time, int number) {
        Rows rows = Rows.of("w", "agent-" + number);
        Agent created = rows.agent("agent", 1, time);
        Agent agent = created.withHead(new Head(1, time, 0, 0, 0, new TreeSet<>(), Optional.of(new Leap(time, time))));
        Draft draft = rows.draft("d", 1, DraftStatus.OPEN, time);
        Deployment deployment = rows.deployment(1, "live", OptionalLong.of(1), time);
        Version version = rows.version(1).withAnnotation(Rows.annotation(1, "", time));
        rows.change(0)
                .agent(agent)
                .draft(draft)
                .version(version)
                .deploy(deployment)
                .at(time)
                .applyTo(facts());
        assertEquals(Optional.of(agent), facts().findAgent(rows.key()));
        assertEquals(
                Optional.of(agent),
                facts().findStanding(StandingQuery.of(rows.key())).map(Standing::agent));
        assertEquals(
                Optional.of(Serving.untouched("live").after(deployment, Optional.of(version))),
                facts().findServing(rows.key(), "live"));
        assertEquals(Optional.of(draft), facts().findDraft(rows.key(), draft.id()));
        assertEquals(Optional.of(version), facts().findVersion(rows.key(), 1));
        Picture picture = Picture.of(facts(), rows.key());
        assertEquals(List.of(deployment), picture.deployments());
        assertEquals(time, picture.audit().get(0).at());
    }

    /** How many bytes it may have is for {@link ValueSuite} to ask. */
    @Promise(3)
    @Test
    void contentsComeBackInEveryForm() {
        Rows rows = Rows.of("w", "agent");
        byte[] bytes = {0, 1, 127, -128, -1};
        StoredContent whole = new StoredContent(Rows.hash("whole"), Optional.empty(), 1, bytes);
        StoredContent delta = new StoredContent(Rows.hash("delta"), Optional.of(whole.hash()), 1_000_000, bytes);
        StoredContent nothing = new StoredContent(Rows.hash("nothing"), Optional.of(whole.hash()), 3, new byte[0]);
        List<StoredContent> contents = Stream.of(whole, delta, nothing)
                .sorted(Comparator.comparing(content -> content.hash().hex()))
                .toList();
        Changes change = rows.named("agent", 0);
        contents.forEach(change::content);
        change.applyTo(facts());
        contents.forEach(content -> assertEquals(Optional.of(content), findContent(rows.key(), content.hash())));
        assertEquals(List.of(delta, whole), facts().listContentChain(rows.key(), delta.hash(), 9));
        List<ContentRow> listed = contents.stream()
                .map(content -> new ContentRow(content.hash(), content.base(), content.length()))
                .toList();
        assertEquals(listed, facts().listContents(rows.key(), Optional.empty(), 9));
        assertEquals(
                listed.subList(1, 3),
                facts().listContents(rows.key(), Optional.of(listed.get(0).hash()), 9));
    }

    /** See {@link RichRows}. */
    @Test
    void rowsComeBackWithEverythingInThem() {
        AgentChange rich = RichRows.changeset();
        apply(rich);
        Picture picture = Picture.of(facts(), RichRows.KEY);
        assertEquals(rich.agent(), picture.agent());
        assertEquals(rich.drafts(), picture.drafts());
        assertEquals(rich.revisions(), picture.revisions());
        assertEquals(rich.versions(), picture.versions());
        assertEquals(rich.deployments(), picture.deployments());
        assertEquals(rich.environments(), picture.environments());
        assertEquals(rich.pages(), picture.pages());
        assertEquals(List.of(rich.audit()), picture.audit());
        assertEquals(
                rich.versions(),
                facts().findVersion(RichRows.KEY, RichRows.VERSION_ID).stream().toList());
        assertEquals(
                Optional.of(rich.audit()),
                facts().findRecorded(RichRows.KEY, RichRows.REQUEST_ID).map(Recorded::entry));
    }

    /** By every read there is. */
    @Test
    void rowsComeBackAlikeFromEveryRead() {
        AgentChange rich = RichRows.changeset();
        apply(rich);
        Serving serving = rich.environments().get(0);
        assertEquals(Optional.of(serving), facts().findServing(RichRows.KEY, serving.name()));
        Draft draft = rich.drafts().get(0);
        Optional<Version> version = Optional.of(rich.versions().get(0));
        assertEquals(
                Optional.of(new Standing(
                        rich.agent().orElseThrow(),
                        Optional.of(draft),
                        version,
                        Optional.of(serving),
                        Optional.of(rich.deployments().get(0)),
                        version,
                        Optional.of(rich.pages().get(0)))),
                facts().findStanding(
                                Rows.everything(RichRows.KEY, serving.name()).with(draft.id())));
        assertEquals(
                List.of(rich.agent().orElseThrow()),
                Picture.agents(facts(), RichRows.KEY.workspace().value()));
        assertEquals(
                rich.audit(),
                Picture.audit(facts(), RichRows.KEY.workspace().value()).get(0));
        assertEquals(
                rich.versions(),
                facts().findVersion(RichRows.KEY, rich.versions().get(0).number()).stream()
                        .toList());
    }

    /** All that was present may be absent then, and the other way round. */
    @Promise(3)
    @Test
    void rowsThatAreReplacedComeBackWithEverythingInThem() {
        apply(RichRows.changeset());
        for (AgentChange next : List.of(RichRows.plainly(1), RichRows.richly(2), RichRows.plainly(3))) {
            apply(next);
            Picture picture = Picture.of(facts(), RichRows.KEY);
            assertEquals(next.agent(), picture.agent());
            assertEquals(next.drafts(), picture.drafts());
            assertEquals(next.environments(), picture.environments());
            assertEquals(
                    next.annotated().get(0).annotation(),
                    picture.versions().get(0).annotation());
        }
    }

    private void apply(AgentChange change) {
        ApplyResult result = Changes.insist(() -> facts().apply(change, Changes.PATIENCE));
        assertInstanceOf(ApplyResult.Applied.class, result);
    }

    /** Each with the least that can come with it. */
    @Test
    void everyActionComesBack() {
        Rows rows = Rows.of("w", "agent");
        List<AuditEntry> written = new ArrayList<>();
        for (Action action : Action.values()) {
            long head = written.size();
            AuditEntry entry = new AuditEntry(
                    rows.key(),
                    head + 1,
                    Rows.START,
                    Optional.empty(),
                    Actor.of("x"),
                    action,
                    Subject.agent(),
                    false,
                    new TreeMap<>(),
                    Optional.empty(),
                    Optional.empty());
            rows.named("agent", head).audit(entry).applyTo(facts());
            written.add(0, entry);
        }
        assertEquals(written, Picture.of(facts(), rows.key()).audit());
    }

    /** Each with the least that can come with it. */
    @Test
    void everyCauseOfADeploymentComesBack() {
        Rows rows = Rows.of("w", "agent");
        Changes change = rows.named("agent", 0);
        List<Deployment> written = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            Deployment deployment = new Deployment(
                    written.size() + 1L,
                    "live",
                    OptionalLong.empty(),
                    cause,
                    Rows.ADA,
                    Rows.START,
                    Optional.empty(),
                    "",
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty());
            change.deploy(deployment);
            written.add(0, deployment);
        }
        change.applyTo(facts());
        assertEquals(written, Picture.of(facts(), rows.key()).deployments());
    }

    /** Each with and without what it was taken from. */
    @Test
    void everyCauseOfAPageRevisionComesBack() {
        Rows rows = Rows.of("w", "agent");
        Changes change = rows.named("agent", 0);
        List<PageRevision> written = new ArrayList<>();
        for (PageRevision.Cause cause : PageRevision.Cause.values()) {
            for (Optional<PageRef> source : List.of(
                    Optional.<PageRef>empty(), Optional.of(new PageRef("live", 0)), Optional.of(new PageRef("x", 7)))) {
                PageRevision revision = new PageRevision(
                        "live",
                        written.size() + 1L,
                        cause,
                        source,
                        Rows.hash("variables"),
                        Rows.hash("variables"),
                        new TreeSet<>(),
                        Actor.of("x"),
                        Rows.START);
                change.page(revision);
                written.add(0, revision);
            }
        }
        Serving latest = Serving.untouched("live").after(written.get(0));
        change.environment(latest).applyTo(facts());
        assertEquals(written, Picture.of(facts(), rows.key()).pages());
        assertEquals(List.of(latest), facts().listEnvironments(rows.key()));
    }
}
