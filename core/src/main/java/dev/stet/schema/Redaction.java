package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import java.util.Set;

/** Keeps what is hidden out of findings: the names below a hidden place are as secret as the values. */
final class Redaction {

    private final Set<JsonPointer> hidden;

    Redaction(Set<JsonPointer> hidden) {
        this.hidden = hidden;
    }

    /** Whether the place is hidden, or inside of one that is. */
    boolean hides(JsonPointer at) {
        return hidden.contains(cut(at));
    }

    /** The place, or the hidden one that it is inside of. */
    JsonPointer cut(JsonPointer at) {
        if (hidden.isEmpty()) {
            return at;
        }
        for (int depth = 0; depth < at.tokens().size(); depth++) {
            JsonPointer around = new JsonPointer(at.tokens().subList(0, depth));
            if (hidden.contains(around)) {
                return around;
            }
        }
        return at;
    }

    Finding cut(Finding finding) {
        return new Finding(cut(finding.at()), finding.rule(), finding.message(), finding.schemaAt());
    }
}
