package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.error.StetException;
import dev.stet.shown.Shown;
import java.io.Serial;
import java.util.List;

/** A document that is no JSON Schema, or one that cannot be checked safely. Nothing was kept of it. */
public final class InvalidSchemaException extends StetException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient List<Finding> findings;

    InvalidSchemaException(List<Finding> findings) {
        super(message(findings));
        this.findings = List.copyOf(findings);
    }

    /**
     * What is wrong with the document, in the order of the document: {@link Finding#at()} is the place in it,
     * {@link Finding#rule()} the keyword there or in the meta-schema that objects. Never empty; empty only after
     * serialization, which keeps the message alone.
     */
    @SuppressWarnings("ConstantValue") // Null after serialization.
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }

    private static String message(List<Finding> findings) {
        StringBuilder text = new StringBuilder("expected a JSON Schema that can be checked safely, found");
        for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            String place = finding.at().isRoot()
                    ? "the root"
                    : Shown.quoted(finding.at().toString());
            text.append(" at ")
                    .append(place)
                    .append(": ")
                    .append(finding.message())
                    .append(';');
        }
        if (findings.size() > SHOWN) {
            text.append(" and ").append(findings.size() - SHOWN).append(" more;");
        }
        return text.append(" correct the schema").toString();
    }
}
