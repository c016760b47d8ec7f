package dev.stet.page;

import dev.stet.content.Finding;
import dev.stet.error.StetException;
import dev.stet.shown.Shown;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an environment would run with does not hold together: its config page, or the page and the version it serves.
 * Nothing was changed. No message and no finding shows a value that the page's schema marks {@code writeOnly}.
 */
public abstract sealed class PageRefusedException extends StetException
        permits PageVariablesException, PageSchemaException, UnmetNeedsException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    private final String environment;
    private final transient List<Finding> findings;

    PageRefusedException(String expected, String environment, List<Finding> findings, String remedy) {
        super(expected + ", but: " + told(findings) + ". " + remedy);
        this.environment = environment;
        this.findings = List.copyOf(findings);
    }

    /** The environment whose page it is. */
    public String environment() {
        return environment;
    }

    /** Everything that was found, in a stable order. */
    public List<Finding> findings() {
        return findings;
    }

    private static String told(List<Finding> findings) {
        String first = findings.stream()
                .limit(SHOWN)
                .map(finding -> "at " + Shown.quoted(finding.at().toString()) + " " + finding.message())
                .collect(Collectors.joining("; "));
        int more = findings.size() - SHOWN;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
