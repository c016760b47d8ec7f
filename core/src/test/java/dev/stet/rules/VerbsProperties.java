package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.SaveOutcome;
import dev.stet.environment.Environment;
import dev.stet.error.NotFoundException;
import dev.stet.error.StetException;
import dev.stet.facts.AgentChange;
import dev.stet.facts.Recorded;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;
import dev.stet.version.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the history of an agent, whatever is asked for and in whatever order. */
final class VerbsProperties {
    /** A verb that left something on record, and what its caller was told. */
    private record Told<R>(Verb<?, R> verb, Recorded first, R outcome) {}

    @Provide
    Arbitrary<List<RandomVerb>> histories() {
        return Combinators.combine(
                        Arbitraries.of(RandomVerb.Kind.class),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(-60, 3 * 24 * 60))
                .as(RandomVerb::new)
                .list()
                .ofMaxSize(40);
    }

    /** A version, and the draft it was, which goes on. */
    private static Known begun() {
        Known known = Known.agent();
        Draft draft =
                known.make(DraftVerbs.save(DraftVerbs.FIRST, DraftVerbs.HELLO)).draft();
        known.make(new PublishDraft(KEY, Publish.draft(draft.ref()), Declared.afterPublish(AfterPublish.KEEP_REBASED)));
        return known;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyChangeMovesTheHeadByOneAndIsOnRecordAndARefusalChangesNothing(
            @ForAll("histories") List<RandomVerb> history) {
        Known known = begun();
        for (RandomVerb step : history) {
            known.after(Duration.ofMinutes(step.minutes()));
            Agent before = known.found();
            Optional<AgentChange> change = asked(known, step).flatMap(told -> change(told, known, before));
            assertEquals(
                    before.head().revision() + (change.isPresent() ? 1 : 0),
                    known.found().head().revision());
            assertTrue(change.isPresent() || known.found().equals(before));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void numbersHaveNoGapsAndTheHeadTellsWhatIsThere(@ForAll("histories") List<RandomVerb> history) {
        Known known = begun();
        for (RandomVerb step : history) {
            known.after(Duration.ofMinutes(step.minutes()));
            asked(known, step).ifPresent(known::make);
            checkVersions(known);
            checkDrafts(known);
            checkEnvironments(known);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aRetryIsToldTheFirstOutcomeWhateverCameSince(@ForAll("histories") List<RandomVerb> history) {
        Known known = begun();
        List<Told<?>> all = new ArrayList<>();
        for (RandomVerb step : history) {
            known.on("r-" + all.size()).after(Duration.ofMinutes(step.minutes()));
            asked(known, step).ifPresent(verb -> all.add(told(known, verb)));
        }
        all.forEach(told -> checkRetry(known, told));
    }

    /** The verb that is asked for, unless it is refused. */
    private static Optional<Verb<?, ?>> asked(Known known, RandomVerb step) {
        try {
            Verb<?, ?> verb = step.on(known);
            known.decide(verb);
            return Optional.of(verb);
        } catch (StetException refused) {
            return Optional.empty();
        }
    }

    private static <R> Optional<AgentChange> change(Verb<?, R> verb, Known known, Agent before) {
        Decision<R> decision = known.decide(verb);
        assertEquals(decision.outcome(), known.make(verb));
        decision.changes().ifPresent(change -> {
            AuditEntry entry = change.audit();
            Head head = change.agent().orElseThrow().head();
            assertEquals(before.head().revision(), change.expectedHead());
            assertEquals(before.head().revision() + 1, entry.number());
            assertEquals(head.revision(), entry.number());
            assertEquals(verb.action(), entry.action());
            assertEquals(head.at(), entry.at());
            assertFalse(head.at().isBefore(before.head().at()));
            assertTrue(entry.changed());
            assertFalse(entry.changes().isEmpty());
        });
        return decision.changes();
    }

    private static <R> Told<R> told(Known known, Verb<?, R> verb) {
        Agent before = known.found();
        AgentChange change = known.decide(verb).changes().orElseThrow();
        R outcome = known.make(verb);
        Told<R> told = new Told<>(verb, new Recorded(change.audit(), change.receipt()), outcome);
        assertEquals(outcome, verb.told(told.first(), known));
        assertEquals(Optional.of(verb.asked().hash()), change.audit().asked());
        assertTrue(change.audit().changed()
                || before.withHead(known.found().head()).equals(known.found()));
        return told;
    }

    private static <R> void checkRetry(Known known, Told<R> told) {
        assertEquals(lasting(told.outcome()), lasting(told.verb().told(told.first(), known)));
    }

    /** Of an outcome what stays as it was: names, statuses, freezes and annotations are told as they are. */
    private static List<Object> lasting(Object outcome) {
        if (outcome instanceof SaveOutcome save) {
            return List.of(save.getClass(), save.draft().ref(), save.draft().hash());
        }
        if (outcome instanceof PublishOutcome publish) {
            return List.of(
                    publish.getClass(),
                    publish.version().number(),
                    publish.version().hash(),
                    publish.deployment());
        }
        if (outcome instanceof Version version) {
            return List.of(version.number());
        }
        if (outcome instanceof Draft draft) {
            return List.of(draft.id());
        }
        return outcome instanceof Environment environment ? List.of(environment.name()) : List.of(outcome);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static History history(Known known) {
        return known.history(known.found(), Known.NOON);
    }

    private static void checkVersions(Known known) {
        List<Version> versions = history(known).versions();
        assertEquals(
                upTo(known.latest()),
                versions.stream().map(Version::number).sorted().toList());
        for (Version version : versions) {
            long parent = version.number() - 1;
            assertEquals(
                    parent == 0 ? OptionalLong.empty() : OptionalLong.of(parent),
                    version.lineage().parent());
            assertEquals(
                    version.hash(),
                    known.revision(KEY, version.lineage().draft()).hash());
            assertEquals(version.hash(), known.content(KEY, version).hash());
        }
    }

    private static void checkDrafts(Known known) {
        History history = history(known);
        for (Draft draft : history.drafts()) {
            List<Long> numbers = history.revisions().stream()
                    .filter(revision -> revision.draft().equals(draft.id()))
                    .map(DraftRevision::number)
                    .sorted()
                    .toList();
            assertEquals(upTo(draft.revision()), numbers);
            assertEquals(draft.hash(), known.revision(KEY, draft.ref()).hash());
            assertEquals(draft.hash(), known.content(KEY, draft).hash());
        }
        long open = history.drafts().stream()
                .filter(draft -> draft.status() == DraftStatus.OPEN)
                .count();
        assertEquals(open, (long) known.found().head().openDrafts());
    }

    private static void checkEnvironments(Known known) {
        Head head = known.found().head();
        upTo(head.latestDeployment()).forEach(number -> known.deployment(KEY, number));
        assertThrows(NotFoundException.class, () -> known.deployment(KEY, head.latestDeployment() + 1));
        Set<String> serving = known.environments(KEY).stream()
                .filter(environment -> environment.version().isPresent())
                .map(Environment::name)
                .collect(Collectors.toSet());
        assertEquals(serving, head.servedIn());
        for (Environment environment : known.environments(KEY)) {
            OptionalLong last = LongStream.rangeClosed(1, head.latestDeployment())
                    .filter(number ->
                            known.deployment(KEY, number).environment().equals(environment.name()))
                    .max();
            assertEquals(last, environment.deployment());
            last.ifPresent(number -> assertEquals(known.deployment(KEY, number).version(), environment.version()));
        }
    }
}
