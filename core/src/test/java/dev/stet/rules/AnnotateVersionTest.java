package dev.stet.rules;

import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.NOON;
import static dev.stet.rules.Known.POLICIES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.facts.AgentChange;
import dev.stet.version.Annotate;
import dev.stet.version.Annotation;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.Version;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the annotation of a version changes. */
final class AnnotateVersionTest {
    private static AnnotateVersion verb(long expected, Annotate annotate) {
        return new AnnotateVersion(KEY, 1, expected, annotate, POLICIES);
    }

    private static Known published() {
        Known known = Known.agent();
        known.publish("Hello.");
        return known;
    }

    @Test
    void whatIsNamedChangesAndTheRestStays() {
        Known known = published();
        Version before = known.version(KEY, 1);
        Decision<Version> decision = known.by("ben")
                .decide(verb(1, Annotate.nothing().label("Spring").pinned(true)));
        Annotation after = new Annotation(2, "Spring", "", true, false, known.actor(), NOON);
        assertEquals(before.withAnnotation(after), decision.outcome());
        AgentChange change = decision.changes().orElseThrow();
        assertEquals(List.of(decision.outcome()), change.annotated());
        assertEquals(List.of(), change.versions());
        assertEquals(Subject.agent().version(1), change.audit().subject());
        assertEquals(
                Map.of("label", Change.of("", "Spring"), "pinned", Change.of(false, true)),
                change.audit().changes());
        assertEquals(List.of("ANNOTATE_VERSION"), known.asked());
        known.make(verb(1, Annotate.nothing().label("Spring").pinned(true)));
        known.make(verb(
                2, Annotate.nothing().label("").description("First of all.").archived(true)));
        assertEquals(
                new Annotation(3, "", "First of all.", true, true, known.actor(), NOON),
                known.version(KEY, 1).annotation());
    }

    @Test
    void aChangeToWhatIsMakesNoRevision() {
        Known known = published();
        Annotate same =
                Annotate.nothing().label("").description("").pinned(false).archived(false);
        Decision<Version> decision = known.decide(verb(1, same));
        assertEquals(known.version(KEY, 1), decision.outcome());
        assertTrue(decision.changes().isEmpty());
        AuditEntry entry = known.on("r-1").entry(verb(1, same));
        assertFalse(entry.changed());
        assertEquals(Subject.agent().version(1), entry.subject());
    }

    @Test
    void itIsRefusedWhenItWasChangedSince() {
        Known known = published();
        known.make(verb(1, Annotate.nothing().label("Spring")));
        known.refusal(StaleAnnotationException.class, verb(1, Annotate.nothing().label("Fall")));
        known.refusal(StaleAnnotationException.class, verb(3, Annotate.nothing().label("Fall")));
    }

    @Test
    void aVersionThatServesIsNotPutAway() {
        Known known = published().deploy(1, "sandbox").deploy(1, "live");
        Annotate away = Annotate.nothing().archived(true);
        String said = known.refusal(VersionInUseException.class, verb(1, away)).getMessage();
        assertTrue(said.contains("live") && said.contains("sandbox"));
        known.publish("Good day.");
        known.deploy(2, "sandbox").deploy(2, "live");
        assertTrue(known.make(verb(1, away)).archived());
        assertTrue(known.make(verb(2, Annotate.nothing().label("Old"))).archived());
    }

    @Test
    void itIsRefusedWhereThatMakesNoSense() {
        Known known = published();
        String novel = "x".repeat(100_000);
        known.refusal(InvalidInputException.class, verb(1, Annotate.nothing().label(novel)));
        known.refusal(InvalidInputException.class, verb(1, Annotate.nothing().description(novel)));
        known.refusal(
                NotFoundException.class,
                new AnnotateVersion(KEY, 2, 1, Annotate.nothing().label("Fall"), POLICIES));
        known.archive().refusal(AgentUnavailableException.class, verb(9, Annotate.nothing()));
        known.forbid("ANNOTATE_VERSION").refusal(AccessDeniedException.class, verb(9, Annotate.nothing()));
    }

    @Test
    void aRetryIsToldHowTheVersionIs() {
        Known known = published().on("r-1");
        AnnotateVersion verb = verb(1, Annotate.nothing().label("Spring"));
        assertEquals(known.make(verb), known.retry(verb));
        assertNotEquals(
                verb.asked().hash(),
                verb(1, Annotate.nothing().description("Spring")).asked().hash());
    }
}
