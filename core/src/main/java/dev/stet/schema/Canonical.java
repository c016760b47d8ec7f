package dev.stet.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The one text of all values that are equal: members sorted, numbers by what they mean. Comparing texts takes time linear in
 * their length, where sets of values can be made slow by values of the same hash.
 *
 * <p>Not the canonical form of a content, which is JSON and is hashed and stored: this one is of the library's values, is compared
 * and forgotten, and is charged to the budget of the check while it is written.
 */
final class Canonical {

    private static final int CHARACTERS_A_STEP = 8;

    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private int charged;

    private Canonical(Budget budget) {
        this.budget = budget;
    }

    static String text(JsonNode value, Budget budget) {
        Canonical canonical = new Canonical(budget);
        canonical.append(value);
        return canonical.text.toString();
    }

    private void append(JsonNode value) {
        if (value.isObject()) {
            List<String> names = new ArrayList<>(value.propertyNames());
            Collections.sort(names);
            text.append('{');
            for (String name : names) {
                quote(name);
                append(value.get(name));
            }
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            for (JsonNode element : value) {
                append(element);
            }
            text.append(']');
        } else if (value.isString()) {
            quote(value.stringValue());
        } else if (value.isNumber()) {
            text.append(number(value.decimalValue())).append(',');
        } else {
            text.append(value.isNull() ? "n" : value.booleanValue() ? "t" : "f");
        }
        charge();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    }

    /** The length in front tells where the text ends, whatever is in it. */
    private void quote(String string) {
        text.append('"').append(string.length()).append('"').append(string);
    }

    private void charge() {
        budget.charge(1 + (text.length() - charged) / CHARACTERS_A_STEP);
        charged = text.length();
    }
}
