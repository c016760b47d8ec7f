package dev.stet.page;

import dev.stet.content.Finding;
import dev.stet.input.Given;
import java.util.List;

/**
 * Why a config page may not become what it would: what does not hold together then. Immutable. No finding shows a value that the
 * page's schema marks {@code writeOnly}.
 */
public sealed interface PageProblem {
    /** The environment whose page it is. */
    String environment();

    /** Everything that was found, in a stable order. */
    List<Finding> findings();

    /** What the change would be refused with. */
    PageRefusedException refusal();

    /** The schema is no JSON Schema that can be checked safely. */
    record InvalidSchema(String environment, List<Finding> findings) implements PageProblem {
        public InvalidSchema {
            Given.environment(environment);
            findings = Given.list("finding", findings);
        }

        @Override
        public PageSchemaException refusal() {
            return new PageSchemaException(environment, findings);
        }
    }

    /** The variables do not meet the schema. */
    record InvalidVariables(String environment, List<Finding> findings) implements PageProblem {
        public InvalidVariables {
            Given.environment(environment);
            findings = Given.list("finding", findings);
        }

        @Override
        public PageVariablesException refusal() {
            return new PageVariablesException(environment, findings);
        }
    }

    /**
     * The version that the environment serves needs what would not be there.
     *
     * @param version its number
     */
    record UnmetNeeds(long version, String environment, List<Finding> findings) implements PageProblem {
        public UnmetNeeds {
            Given.environment(environment);
            findings = Given.list("finding", findings);
        }

        @Override
        public UnmetNeedsException refusal() {
            return UnmetNeedsException.changing(version, environment, findings);
        }
    }
}
