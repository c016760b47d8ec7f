package dev.stet.page;

import dev.stet.content.Finding;
import java.util.List;

/**
 * The variables of a config page do not meet its schema. Mend the variables at the places found, or replace both in one
 * step: {@link PageEdit#withSchema}.
 */
public final class PageVariablesException extends PageRefusedException {
    private static final long serialVersionUID = 1L;

    public PageVariablesException(String environment, List<Finding> findings) {
        super(
                "The variables of the config page of environment '" + environment + "' must meet its schema",
                environment,
                findings,
                "Mend the variables, or replace variables and schema in one step.");
    }
}
