package dev.stet.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks values against one compiled schema, and tells what is found. Immutable. */
final class Check {

    private final JsonValue document;
    private final Engine engine;

    Check(JsonValue document, Scan scan) {
        this.document = document;
        this.engine = Engine.of(scan);
    }

    /** The schema at a place of the document. */
    Optional<Schema> schema(JsonPointer at) {
        return engine.schema(at);
    }

    /**
     * Everything found, in the order of the schema.
     *
     * @param steps of work that it may take
     * @param hiding the places of a value that nothing may be told of; asked only when there is something to tell
     */
    List<Finding> findings(JsonValue instance, int maxDepth, long steps, Function<JsonValue, Set<JsonPointer>> hiding) {
        List<Finding> unfit = Survey.findings(instance, maxDepth);
        if (!unfit.isEmpty()) {
            Redaction redaction = new Redaction(hiding.apply(instance));
            return unfit.stream().map(redaction::cut).distinct().toList();
        }
        Budget budget = new Budget(steps);
        try {
            engine.check(instance, budget);
        } catch (RuntimeException fault) {
            if (budget.stopped().isEmpty()) {
                return List.of(notChecked());
            }
        }
        if (budget.stopped().filter(StoppedException::costly).isPresent()) {
            return List.of(tooCostly());
        }
        boolean more = budget.stopped().isPresent();
        return budget.found().isEmpty() ? List.of() : told(budget, more, new Redaction(hiding.apply(instance)));
    }

    private Explanation explanation(Error error, Budget budget) {
        return budget.origin(error)
                .map(origin -> new Explanation(origin.document(), error, origin.at()))
                .orElseGet(() -> new Explanation(document, error, null));
    }

    private List<Finding> told(Budget budget, boolean stopped, Redaction redaction) {
        List<Error> errors = budget.found();
        Set<Finding> findings = new LinkedHashSet<>();
        boolean more = stopped || errors.size() > Limits.FINDINGS;
        for (Error error : errors.subList(0, Math.min(Limits.FINDINGS, errors.size()))) {
            Explanation explanation = explanation(error, budget);
            JsonPointer at = explanation.at();
            boolean hidden = redaction.hides(at);
            findings.add(new Finding(
                    redaction.cut(at),
                    explanation.rule(),
                    explanation.message(hidden),
                    Optional.of(explanation.schemaAt())));
        }
        List<Finding> all = new ArrayList<>(findings);
        if (more) {
            all.add(tooMany());
        }
        return List.copyOf(all);
    }

    private static Finding tooMany() {
        return new Finding(
                JsonPointer.ROOT,
                "too-many",
                "expected a value that meets the schema, found more than " + Limits.FINDINGS
                        + " places where it does not; correct those listed, then check again");
    }

    private static Finding tooCostly() {
        return new Finding(
                JsonPointer.ROOT,
                "too-costly",
                "expected a value and a schema that can be checked with bounded"
                        + " work, found that it takes more; make the value smaller, or the schema simpler");
    }

    private static Finding notChecked() {
        return new Finding(
                JsonPointer.ROOT,
                "not-checkable",
                "expected a schema that can be checked, found that the"
                        + " validator fails on it; write the schema more simply");
    }
}
