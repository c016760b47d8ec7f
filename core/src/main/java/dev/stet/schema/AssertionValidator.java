package dev.stet.schema;

import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** Carries out an {@link Assertion}. */
final class AssertionValidator extends OwnValidator {

    private final Assertion assertion;

    AssertionValidator(Keyword keyword, Site site, Assertion assertion) {
        super(keyword, site);
        this.assertion = assertion;
    }

    @Override
    void check(Budget budget, JsonNode value, JsonNode root, NodePath at) {
        assertion.check(value, new Assertion.Report() {
            @Override
            public void value() {
                budget.addError(error(budget, value, at).build());
            }

            @Override
            public void member(String name) {
                budget.addError(error(budget, value, at).property(name).build());
            }

            @Override
            public void element(int index) {
                budget.addError(error(budget, value, at).index(index).build());
            }

            @Override
            public Budget budget() {
                return budget;
            }
        });
    }
}
