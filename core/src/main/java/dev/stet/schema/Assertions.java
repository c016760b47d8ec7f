package dev.stet.schema;

import dev.stet.pattern.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * The keywords that look at a value by itself, written anew: exact for numbers of any size, and with work that is told to the
 * budget. The library goes through {@code double} in one, compares by hash in others, and does not tell where in a third.
 */
final class Assertions {

    private static final int DIGITS_A_STEP = 16;
    private static final int CHARACTERS_A_STEP = 64;

    private final Scan scan;

    Assertions(Scan scan) {
        this.scan = scan;
    }

    /** What a keyword with this value demands, beside the others of its schema; nothing when it is no such keyword. */
    Optional<Assertion> of(Keyword keyword, JsonNode value, JsonNode schema) {
        Assertion assertion = switch (keyword) {
            case TYPE -> type(value);
            case ENUM -> oneOf(value);
            case CONST -> oneOf(List.of(value));
            case MULTIPLE_OF -> multipleOf(value);
            case MINIMUM -> bound(value, 1, !isTrue(schema, Keyword.EXCLUSIVE_MINIMUM));
            case MAXIMUM -> bound(value, -1, !isTrue(schema, Keyword.EXCLUSIVE_MAXIMUM));
            case EXCLUSIVE_MINIMUM -> bound(value, 1, false);
            case EXCLUSIVE_MAXIMUM -> bound(value, -1, false);
            case MIN_LENGTH -> length(value, 1);
            case MAX_LENGTH -> length(value, -1);
            case MIN_ITEMS -> count(value, 1, node -> node.isArray() ? node.size() : -1);
            case MAX_ITEMS -> count(value, -1, node -> node.isArray() ? node.size() : -1);
            case MIN_PROPERTIES -> count(value, 1, node -> node.isObject() ? node.size() : -1);
            case MAX_PROPERTIES -> count(value, -1, node -> node.isObject() ? node.size() : -1);
            case UNIQUE_ITEMS -> unique(value);
            case REQUIRED -> required(value);
            case DEPENDENT_REQUIRED -> dependentRequired(value);
            case PATTERN -> pattern(value);
            case FORMAT -> Formats.of(value.asString(""));
            default -> null;
        };
        return Optional.ofNullable(assertion);
    }

    private static boolean isTrue(JsonNode schema, Keyword keyword) {
        JsonNode value = schema.get(keyword.word());
        return value != null && value.isBoolean() && value.booleanValue();
    }

    private static Assertion type(JsonNode value) {
        Set<String> types = new LinkedHashSet<>(names(value));
        return (node, report) -> {
            boolean integer = types.contains("integer") && node.isNumber() && isInteger(node);
            if (!integer && !types.contains(typeOf(node))) {
                report.value();
            }
        };
    }

    private static boolean isInteger(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            default -> "null";
        };
    }

    /** A single name, or the names in a list. */
    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        if (value.isString()) {
            names.add(value.stringValue());
        }
        if (value.isArray()) {
            value.forEach(name -> names.add(name.asString("")));
        }
        return names;
    }

    private static Assertion oneOf(Iterable<JsonNode> values) {
        Set<String> allowed = new HashSet<>();
        Budget free = new Budget(Long.MAX_VALUE);
        values.forEach(value -> allowed.add(Canonical.text(value, free)));
        return (node, report) -> {
            if (!allowed.contains(Canonical.text(node, report.budget()))) {
                report.value();
            }
        };
    }

    private static Assertion multipleOf(JsonNode value) {
        BigDecimal divisor = value.decimalValue();
        return (node, report) -> {
            if (node.isNumber()) {
                BigDecimal number = node.decimalValue();
                report.budget().charge(1 + (span(number) + span(divisor)) / 2);
                if (!isMultiple(number, divisor)) {
                    report.value();
                }
            }
        };
    }

    /** By whole numbers of the smaller unit of both: dividing decimals takes milliseconds where exponents are far apart. */
    private static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
        int scale = Math.max(number.scale(), divisor.scale());
        BigInteger units = number.setScale(scale).unscaledValue();
        return units.mod(divisor.setScale(scale).unscaledValue()).signum() == 0;
    }

    private static long span(BigDecimal number) {
        return (long) number.precision() + Math.abs(number.scale());
    }

    /** @param sign 1 for a bound from below, -1 for one from above */
    private static Assertion bound(JsonNode value, int sign, boolean inclusive) {
        if (!value.isNumber()) {
            // The Boolean of Draft 4, which says how to read the bound beside it.
            return (node, report) -> {};
        }
        BigDecimal bound = value.decimalValue();
        return (node, report) -> {
            if (node.isNumber()) {
                BigDecimal number = node.decimalValue();
                report.budget().charge(span(number) / DIGITS_A_STEP);
                int beyond = sign * number.compareTo(bound);
                if (beyond < 0 || (beyond == 0 && !inclusive)) {
                    report.value();
                }
            }
        };
    }

    private static Assertion length(JsonNode value, int sign) {
        BigDecimal bound = value.decimalValue();
        return (node, report) -> {
            if (node.isString()) {
                String text = node.stringValue();
                report.budget().charge(text.length() / CHARACTERS_A_STEP);
                long length = text.codePointCount(0, text.length());
                if (sign * BigDecimal.valueOf(length).compareTo(bound) < 0) {
                    report.value();
                }
            }
        };
    }

    private static Assertion count(JsonNode value, int sign, ToIntFunction<JsonNode> counted) {
        BigDecimal bound = value.decimalValue();
        return (node, report) -> {
            int count = counted.applyAsInt(node);
            if (count >= 0 && sign * BigDecimal.valueOf(count).compareTo(bound) < 0) {
                report.value();
            }
        };
    }

    private static Assertion unique(JsonNode value) {
        boolean demanded = value.isBoolean() && value.booleanValue();
        return (node, report) -> {
            Set<String> seen = new HashSet<>();
            for (int i = 0; demanded && node.isArray() && i < node.size(); i++) {
                if (!seen.add(Canonical.text(node.get(i), report.budget()))) {
                    report.element(i);
                }
            }
        };
    }

    private static Assertion required(JsonNode value) {
        // In Draft 3 this was a Boolean beside the property.
        List<String> names = value.isArray() ? names(value) : List.of();
        return (node, report) -> {
            if (node.isObject()) {
                missing(names, node, report);
            }
        };
    }

    private static void missing(List<String> names, JsonNode node, Assertion.Report report) {
        report.budget().charge(names.size());
        for (String name : names) {
            if (!node.has(name)) {
                report.member(name);
            }
        }
    }

    private static Assertion dependentRequired(JsonNode value) {
        Map<String, List<String>> dependents = new LinkedHashMap<>();
        value.properties().forEach(entry -> dependents.put(entry.getKey(), names(entry.getValue())));
        return (node, report) -> {
            report.budget().charge(dependents.size());
            dependents.forEach((name, names) -> {
                if (node.isObject() && node.has(name)) {
                    missing(names, node, report);
                }
            });
        };
    }

    private Assertion pattern(JsonNode value) {
        Pattern pattern = scan.pattern(value.asString(""));
        return (node, report) -> {
            if (node.isString()) {
                if (!pattern.isIn(node.stringValue(), report.budget()::charge)) {
                    report.value();
                }
            }
        };
    }
}
