package dev.stet.content;

import dev.stet.error.StetException;
import dev.stet.shown.Shown;
import java.io.Serial;

/**
 * JSON that Stet refuses, with the place and the rule.
 *
 * <p>The rules, which do not change from one release to the next:
 *
 * <ul>
 *   <li>{@code syntax}: the text is not exactly one JSON value by RFC 8259, or not UTF-8
 *   <li>{@code duplicate-member}: an object names a member twice
 *   <li>{@code lone-surrogate}: text or a name holds half of a surrogate pair
 *   <li>{@code number}: a number that JSON cannot spell, or with an exponent beyond {@link java.math.BigDecimal}
 *   <li>{@code depth}, {@code bytes}, {@code digits}: a limit of {@link ContentLimits} is passed
 *   <li>{@code object-expected}, {@code array-expected}: another kind of value stands there
 *   <li>{@code unsupported-node}: a Jackson node that JSON has no value for
 *   <li>{@code pointer}: text that is not a JSON Pointer
 * </ul>
 */
public final class InvalidContentException extends StetException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String at;
    private final String rule;
    private final String detail;

    InvalidContentException(JsonPointer at, String rule, String detail) {
        super(message(at, detail));
        this.at = at.toString();
        this.rule = rule;
        this.detail = Shown.line(detail);
    }

    InvalidContentException(JsonPointer at, String rule, String detail, Throwable cause) {
        super(message(at, detail), cause);
        this.at = at.toString();
        this.rule = rule;
        this.detail = Shown.line(detail);
    }

    /** Where in the refused JSON; the root when there is no more to say. */
    public JsonPointer at() {
        return JsonPointer.parse(at);
    }

    /** The rule that was broken, one of those listed above. */
    public String rule() {
        return rule;
    }

    /** The message without the place: what was expected, what was found, and what can be done now. */
    public String detail() {
        return detail;
    }

    /** The same refusal, seen from the value that holds the refused one at the given place. */
    InvalidContentException under(JsonPointer place) {
        Throwable cause = getCause();
        return cause == null
                ? new InvalidContentException(place.append(at()), rule, detail)
                : new InvalidContentException(place.append(at()), rule, detail, cause);
    }

    private static String message(JsonPointer at, String detail) {
        String place = at.isRoot() ? "at the root" : "at " + Shown.quoted(at.toString());
        return detail + " (" + place + ")";
    }
}
