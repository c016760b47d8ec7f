package dev.stet.storage.tck;

import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Deployment.Cause;
import dev.stet.environment.Freeze;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Serving;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** One row of every kind with the longest ids, the biggest counters, and everything that may be absent present. */
final class RichRows {
    private static final String LONGEST = "~!/'\"\\%_;-".repeat(13).substring(2);
    private static final long BIG = Long.MAX_VALUE - 1;
    private static final OptionalLong SOME = OptionalLong.of(BIG);
    private static final Actor ACTOR = new Actor("é".repeat(200), "名".repeat(200), "\uD83D\uDE00".repeat(200));
    private static final Optional<Origin> ORIGIN =
            Optional.of(new Origin(AgentKey.of(LONGEST, "a"), Ref.revision(new DraftRef(draftId("o"), BIG))));
    private static final String ENVIRONMENT = "e".repeat(64);

    static final AgentKey KEY = AgentKey.of(LONGEST, longest("!"));
    static final VersionId VERSION_ID = VersionId.of(longest("v"));
    static final RequestId REQUEST_ID = RequestId.of(longest("r"));

    private RichRows() {}

    /** All of them, as the first change of the agent. */
    static AgentChange changeset() {
        return new Rows(KEY)
                .change(0)
                .agent(agent(1))
                .draft(draft())
                .revision(revision())
                .version(version())
                .deploy(deployment(), version(), page())
                .audit(entry())
                .changeset();
    }

    /** Everything that a change may replace, with as little as possible in it. */
    static AgentChange plainly(long expectedHead) {
        Rows rows = new Rows(KEY);
        return rows.named("plain", expectedHead)
                .draft(rows.draft(longest("d"), 1, DraftStatus.OPEN, Rows.START))
                .annotate(version().withAnnotation(Rows.annotation(1, "", Rows.START)))
                .environment(Serving.untouched(ENVIRONMENT))
                .changeset();
    }

    /** The same rows with everything in them. */
    static AgentChange richly(long expectedHead) {
        Serving frozen = Serving.untouched(ENVIRONMENT)
                .after(deployment(), Optional.of(version()))
                .after(page())
                .withFreeze(Optional.of(new Freeze(ACTOR, Rows.at(9), LONGEST)));
        return new Rows(KEY)
                .change(expectedHead)
                .agent(agent(expectedHead + 1))
                .draft(draft())
                .annotate(version())
                .environment(frozen)
                .changeset();
    }

    private static Agent agent(long head) {
        return new Agent(
                KEY,
                "name",
                "",
                "kind",
                new TreeSet<>(List.of("a", "A", "á")),
                AgentStatus.ARCHIVED,
                BIG,
                ORIGIN,
                ACTOR,
                Rows.START,
                Rows.ADA,
                Rows.at(1),
                new Head(
                        head,
                        Rows.at(1),
                        BIG,
                        BIG,
                        Integer.MAX_VALUE,
                        new TreeSet<>(List.of(ENVIRONMENT, "\"a\\,", "é")),
                        Optional.of(new Leap(Rows.at(0), Rows.at(9)))));
    }

    private static Draft draft() {
        return new Draft(
                draftId("d"),
                "draft",
                DraftStatus.PUBLISHED,
                BIG,
                Rows.hash("d"),
                new DraftLineage(SOME, Optional.of(new DraftRef(draftId("fork"), BIG)), SOME, ORIGIN),
                SOME,
                ACTOR,
                Rows.START,
                Rows.ADA,
                Rows.at(2));
    }

    private static DraftRevision revision() {
        return new DraftRevision(
                draftId("d"),
                BIG,
                DraftRevision.Cause.RESTORED,
                Rows.hash("d"),
                Integer.MAX_VALUE,
                SOME,
                new TreeSet<>(List.of("", " ", "ß", "\uD83D\uDE00")),
                ACTOR,
                Rows.at(3));
    }

    private static Version version() {
        return new Version(
                BIG,
                VERSION_ID,
                Rows.hash("v"),
                Integer.MAX_VALUE,
                new TreeSet<>(),
                new Lineage(SOME, SOME, new DraftRef(draftId("d"), BIG), SOME, ORIGIN),
                ACTOR,
                Rows.at(4),
                new Annotation(BIG, "label", "told", true, true, Rows.ADA, Rows.at(5)));
    }

    private static Deployment deployment() {
        return new Deployment(
                BIG,
                ENVIRONMENT,
                SOME,
                Cause.ROLLED_BACK,
                ACTOR,
                Rows.at(6),
                Optional.of(Rows.at(5)),
                "why",
                SOME,
                SOME,
                SOME);
    }

    private static PageRevision page() {
        return new PageRevision(
                ENVIRONMENT,
                BIG,
                PageRevision.Cause.COPIED,
                Optional.of(new PageRef("o".repeat(64), BIG)),
                Rows.hash("variables"),
                Rows.hash("schema"),
                new TreeSet<>(List.of(
                        "", " ", "a/b~c", "\"quoted\", and more", "ß", "\uFFFD", "\uD83D\uDE00", "x".repeat(500))),
                ACTOR,
                Rows.at(8));
    }

    private static AuditEntry entry() {
        Subject subject = Subject.agent()
                .draft(draftId("d"), BIG)
                .version(BIG)
                .environment(ENVIRONMENT)
                .deployment(BIG);
        return new AuditEntry(
                KEY,
                1,
                Rows.at(7),
                Optional.of(Rows.at(6)),
                ACTOR,
                Action.UNFREEZE_ENVIRONMENT,
                subject,
                false,
                new TreeMap<>(),
                Optional.of(REQUEST_ID),
                Optional.of(Rows.hash("asked")));
    }

    private static DraftId draftId(String end) {
        return DraftId.of(longest(end));
    }

    private static String longest(String end) {
        return LONGEST.substring(end.length()) + end;
    }
}
