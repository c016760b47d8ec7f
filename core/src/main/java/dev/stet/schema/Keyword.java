package dev.stet.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keywords that mean something here, in all dialects. What is not listed is an annotation, and ignored. */
enum Keyword {
    REF("$ref", Draft.DRAFT_4, Holds.NOTHING, Applies.HERE),
    DYNAMIC_REF("$dynamicRef", Draft.DRAFT_2020_12, Holds.NOTHING, Applies.HERE),
    RECURSIVE_REF("$recursiveRef", Draft.DRAFT_2019_09, Holds.NOTHING, Applies.HERE),
    DEFINITIONS("definitions", Draft.DRAFT_4, Holds.BY_NAME, Applies.NOWHERE),
    DEFS("$defs", Draft.DRAFT_2019_09, Holds.BY_NAME, Applies.NOWHERE),

    ALL_OF("allOf", Draft.DRAFT_4, Holds.ONE_OR_MANY, Applies.HERE),
    ANY_OF("anyOf", Draft.DRAFT_4, Holds.ONE_OR_MANY, Applies.HERE),
    ONE_OF("oneOf", Draft.DRAFT_4, Holds.ONE_OR_MANY, Applies.HERE),
    NOT("not", Draft.DRAFT_4, Holds.ONE, Applies.HERE),
    IF("if", Draft.DRAFT_7, Holds.ONE, Applies.HERE),
    THEN("then", Draft.DRAFT_7, Holds.ONE, Applies.HERE),
    ELSE("else", Draft.DRAFT_7, Holds.ONE, Applies.HERE),
    DEPENDENCIES("dependencies", Draft.DRAFT_4, Holds.BY_NAME, Applies.HERE),
    DEPENDENT_SCHEMAS("dependentSchemas", Draft.DRAFT_2019_09, Holds.BY_NAME, Applies.HERE),

    PROPERTIES("properties", Draft.DRAFT_4, Holds.BY_NAME, Applies.MEMBERS),
    PATTERN_PROPERTIES("patternProperties", Draft.DRAFT_4, Holds.BY_NAME, Applies.MEMBERS),
    ADDITIONAL_PROPERTIES("additionalProperties", Draft.DRAFT_4, Holds.ONE, Applies.MEMBERS),
    UNEVALUATED_PROPERTIES("unevaluatedProperties", Draft.DRAFT_2019_09, Holds.ONE, Applies.MEMBERS),
    PROPERTY_NAMES("propertyNames", Draft.DRAFT_6, Holds.ONE, Applies.NAMES),

    PREFIX_ITEMS("prefixItems", Draft.DRAFT_2020_12, Holds.ONE_OR_MANY, Applies.ELEMENTS),
    ITEMS("items", Draft.DRAFT_4, Holds.ONE_OR_MANY, Applies.ELEMENTS),
    ADDITIONAL_ITEMS("additionalItems", Draft.DRAFT_4, Holds.ONE, Applies.ELEMENTS),
    UNEVALUATED_ITEMS("unevaluatedItems", Draft.DRAFT_2019_09, Holds.ONE, Applies.ELEMENTS),
    CONTAINS("contains", Draft.DRAFT_6, Holds.ONE, Applies.ELEMENTS),
    MIN_CONTAINS("minContains", Draft.DRAFT_2019_09),
    MAX_CONTAINS("maxContains", Draft.DRAFT_2019_09),

    TYPE("type", Draft.DRAFT_4),
    ENUM("enum", Draft.DRAFT_4),
    CONST("const", Draft.DRAFT_6),
    MULTIPLE_OF("multipleOf", Draft.DRAFT_4),
    MINIMUM("minimum", Draft.DRAFT_4),
    MAXIMUM("maximum", Draft.DRAFT_4),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", Draft.DRAFT_4),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", Draft.DRAFT_4),
    MIN_LENGTH("minLength", Draft.DRAFT_4),
    MAX_LENGTH("maxLength", Draft.DRAFT_4),
    PATTERN("pattern", Draft.DRAFT_4),
    FORMAT("format", Draft.DRAFT_4),
    MIN_ITEMS("minItems", Draft.DRAFT_4),
    MAX_ITEMS("maxItems", Draft.DRAFT_4),
    UNIQUE_ITEMS("uniqueItems", Draft.DRAFT_4),
    MIN_PROPERTIES("minProperties", Draft.DRAFT_4),
    MAX_PROPERTIES("maxProperties", Draft.DRAFT_4),
    REQUIRED("required", Draft.DRAFT_4),
    DEPENDENT_REQUIRED("dependentRequired", Draft.DRAFT_2019_09);

    private static final Map<String, Keyword> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Keyword::word, Function.identity()));

    private final String word;
    private final Draft since;
    private final Holds holds;
    private final Applies applies;

    Keyword(String word, Draft since) {
        this(word, since, Holds.NOTHING, Applies.NOWHERE);
    }

    Keyword(String word, Draft since, Holds holds, Applies applies) {
        this.word = word;
        this.since = since;
        this.holds = holds;
        this.applies = applies;
    }

    /** The keyword of this name in a dialect. */
    static Optional<Keyword> of(String word, Draft draft) {
        return Optional.ofNullable(BY_WORD.get(word)).filter(keyword -> keyword.isKnownTo(draft));
    }

    /** The keywords of a dialect that refer to another schema. */
    static List<Keyword> references(Draft draft) {
        return List.of(REF, DYNAMIC_REF, RECURSIVE_REF).stream()
                .filter(keyword -> keyword.isKnownTo(draft))
                .toList();
    }

    private boolean isKnownTo(Draft draft) {
        boolean replaced = draft == Draft.DRAFT_2020_12 && (this == RECURSIVE_REF || this == ADDITIONAL_ITEMS);
        return draft.isAtLeast(since) && !replaced;
    }

    String word() {
        return word;
    }

    Holds holds() {
        return holds;
    }

    Applies applies() {
        return applies;
    }
}
