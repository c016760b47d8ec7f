package dev.stet.page;

import dev.stet.content.Finding;
import java.util.List;

/** The schema of a config page is no JSON Schema that can be checked safely. Mend it at the places found. */
public final class PageSchemaException extends PageRefusedException {
    private static final long serialVersionUID = 1L;

    public PageSchemaException(String environment, List<Finding> findings) {
        super(
                "The schema of the config page of environment '" + environment + "' must be a valid JSON Schema",
                environment,
                findings,
                "Mend the schema.");
    }
}
