package dev.stet.version;

import dev.stet.content.Finding;
import dev.stet.error.StetException;
import dev.stet.shown.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** The draft's content breaks the host's content rules, which a draft may and a version may not. Mend what is found. */
public final class ContentRulesException extends StetException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public ContentRulesException(String what, List<Finding> findings) {
        super(what + " must meet the content rules of its kind to be published, but: "
                + findings.stream()
                        .map(finding -> "at " + Shown.quoted(finding.at().toString()) + " " + finding.message())
                        .collect(Collectors.joining("; "))
                + ".");
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, in the order in which the rules found it. */
    public List<Finding> findings() {
        return findings;
    }
}
