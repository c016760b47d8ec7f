package dev.stet.schema;

import com.networknt.schema.Error;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.shown.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the library found, in words of our own: its messages print parts of the instance. Of the instance, these tell the kind
 * and the size of the value, and of a hidden one not even those.
 */
final class Explanation {

    private final JsonValue document;
    private final Error error;
    private final @Nullable JsonPointer referred;

    /**
     * @param document where the keyword stands
     * @param referred the place that refers to that document, when it is another one than that of the check
     */
    Explanation(JsonValue document, Error error, @Nullable JsonPointer referred) {
        this.document = document;
        this.error = error;
        this.referred = referred;
    }

    String rule() {
        boolean bounds = error.getKeyword().equals(Keyword.MIN_CONTAINS.word())
                && schemaValue().isEmpty();
        return bounds ? Keyword.CONTAINS.word() : error.getKeyword();
    }

    /** The place in the instance; of a member or element that is one too many, or missing, its own. */
    JsonPointer at() {
        JsonPointer at = Place.of(error.getInstanceLocation());
        if (error.getProperty() != null) {
            return at.append(error.getProperty());
        }
        Integer index = error.getIndex() != null ? error.getIndex() : argument();
        return index == null ? at : at.append(index);
    }

    /** The library names the place of an element that was not evaluated here alone. */
    private @Nullable Integer argument() {
        Object[] arguments = error.getArguments();
        boolean given = is(Keyword.UNEVALUATED_ITEMS) && arguments != null && arguments.length > 0;
        return given && arguments[0] instanceof Integer index ? index : null;
    }

    /** The place of the keyword in the schema, or of the reference to where it stands. */
    JsonPointer schemaAt() {
        return referred == null ? keywordAt() : referred;
    }

    private JsonPointer keywordAt() {
        JsonPointer at = Place.of(error.getSchemaLocation().getFragment());
        if (rule().equals("false")) {
            return at.parent();
        }
        boolean bounds = is(Keyword.MIN_CONTAINS) || is(Keyword.MAX_CONTAINS);
        JsonPointer bound = bounds ? at.parent().append(error.getKeyword()) : at;
        return document.find(bound).isPresent() ? bound : at;
    }

    /** @param hidden whether nothing may be told of the value */
    String message(boolean hidden) {
        String found = hidden ? "a value that is not shown, because the schema marks it writeOnly" : found();
        return "expected " + expected(hidden) + ", found " + found + "; " + remedy();
    }

    private boolean is(Keyword keyword) {
        return error.getKeyword().equals(keyword.word());
    }

    private Optional<JsonValue> schemaValue() {
        JsonPointer at = Place.of(error.getSchemaLocation().getFragment());
        boolean bounds = is(Keyword.MIN_CONTAINS) || is(Keyword.MAX_CONTAINS);
        return document.find(bounds ? at.parent().append(error.getKeyword()) : at);
    }

    private String limit() {
        return schemaValue().map(Described::value).orElse("1");
    }

    private String expected(boolean hidden) {
        return switch (error.getKeyword()) {
            case "type" -> types();
            case "enum" -> hidden ? "one of the values that the schema lists" : "one of " + listed();
            case "const" -> hidden ? "the value that the schema gives" : limit();
            case "multipleOf" -> "a multiple of " + limit();
            case "minimum" -> "a number of at least " + limit() + exclusively(Keyword.EXCLUSIVE_MINIMUM);
            case "maximum" -> "a number of at most " + limit() + exclusively(Keyword.EXCLUSIVE_MAXIMUM);
            case "exclusiveMinimum" -> "a number above " + limit();
            case "exclusiveMaximum" -> "a number below " + limit();
            case "minLength" -> "a text of at least " + limit() + " characters";
            case "maxLength" -> "a text of at most " + limit() + " characters";
            case "minItems" -> "at least " + limit() + " elements";
            case "maxItems" -> "at most " + limit() + " elements";
            case "minProperties" -> "at least " + limit() + " members";
            case "maxProperties" -> "at most " + limit() + " members";
            case "pattern" -> "a text that matches " + limit();
            case "format" -> "a text in the format " + limit() + " of at most " + Limits.FORMAT_LENGTH + " characters";
            default -> expectedOfParts();
        };
    }

    private String expectedOfParts() {
        return switch (error.getKeyword()) {
            case "uniqueItems" -> "elements of which no two are equal";
            case "required", "dependentRequired", "dependencies" -> "this member";
            case "additionalProperties", "unevaluatedProperties" -> "no member of this name";
            case "propertyNames" -> "a name that meets the schema for names";
            case "items", "additionalItems", "prefixItems", "unevaluatedItems" -> "no element here";
            case "contains", "minContains" -> "at least " + least() + " elements that meet the schema in contains";
            case "maxContains" -> "at most " + limit() + " elements that meet the schema in contains";
            case "not" -> "a value that does not meet the schema in not";
            case "oneOf" -> "a value that meets exactly one of the schemas in oneOf";
            case "false" -> "no value here";
            default -> "a value that meets the keyword " + Shown.quoted(error.getKeyword());
        };
    }

    private String least() {
        return is(Keyword.MIN_CONTAINS) ? limit() : "1";
    }

    private String exclusively(Keyword keyword) {
        boolean exclusive = document.find(keywordAt().parent().append(keyword.word()))
                .filter(JsonValue.of(true)::equals)
                .isPresent();
        return exclusive ? " and not that" : "";
    }

    private String types() {
        List<JsonValue> types = schemaValue().map(Explanation::elements).orElse(List.of());
        return String.join(" or ", types.stream().map(Explanation::type).toList());
    }

    private static String type(JsonValue type) {
        String name = type instanceof JsonString string ? string.value() : "";
        boolean vowel = !name.isEmpty() && "aeio".indexOf(name.charAt(0)) >= 0;
        return name.equals("null") ? name : (vowel ? "an " : "a ") + name;
    }

    private String listed() {
        return Described.values(schemaValue().map(Explanation::elements).orElse(List.of()));
    }

    private static List<JsonValue> elements(JsonValue value) {
        return value instanceof JsonArray array ? array.elements() : List.of(value);
    }

    private String found() {
        return switch (error.getKeyword()) {
            case "required", "dependentRequired", "dependencies" -> "none";
            case "additionalProperties", "unevaluatedProperties", "propertyNames" -> "one";
            case "items", "additionalItems", "prefixItems", "unevaluatedItems" -> "one";
            case "uniqueItems" -> "one that is equal to an earlier one";
            case "contains", "minContains" -> "fewer";
            case "maxContains" -> "more";
            case "oneOf" ->
                "oneOf.indexes".equals(error.getMessageKey()) ? "one that meets several" : "one that meets none";
            default -> measured(error.getInstanceNode());
        };
    }

    private static String measured(@Nullable JsonNode value) {
        if (value == null) {
            return "another value";
        }
        return switch (value.getNodeType()) {
            case OBJECT -> "an object of " + count(value.size(), "member");
            case ARRAY -> "an array of " + count(value.size(), "element");
            case STRING ->
                "a string of "
                        + count(
                                value.stringValue()
                                        .codePointCount(0, value.stringValue().length()),
                                "character");
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String remedy() {
        return switch (error.getKeyword()) {
            case "required", "dependentRequired", "dependencies" -> "add it";
            case "additionalProperties", "unevaluatedProperties", "propertyNames" -> "remove or rename it";
            case "items", "additionalItems", "prefixItems", "unevaluatedItems", "false" -> "remove it";
            default -> "change the value";
        };
    }
}
