package dev.stet.content;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the elements of an array are known again in a later state of it: by which of their members. So a node that moved is
 * a node that moved, and one that was inserted leaves those after it as they were. Immutable.
 *
 * <pre>{@code
 * Identities.byDefault()
 *         .at("/intents", "/intent/title")  // [{"intent": {"title": "greet"}}]
 *         .at("/graph/nodes/*", "key")      // in each of the arrays inside /graph/nodes
 *         .at("/rules")                     // by no member: rules are told apart by what they say
 * }</pre>
 *
 * <p>A member identifies the elements of arrays that are compared when every element is an object that has it, it is a
 * string or a number, and no two elements of one array have the same. Of the members declared for a place, the first that
 * does so counts; when none does, equal elements are matched in their order.
 */
public final class Identities {

    private static final String ANY = "*";
    private static final Identities NONE = new Identities(List.of());
    private static final Identities BY_DEFAULT =
            new Identities(List.of()).everywhere("id", "key", "name", "/function/name");

    private record Declared(Optional<JsonPointer> place, List<JsonPointer> members) {

        boolean isAbout(JsonPointer array) {
            return place.isEmpty() || matches(place.get().tokens(), array.tokens());
        }

        private static boolean matches(List<String> pattern, List<String> tokens) {
            boolean same = pattern.size() == tokens.size();
            for (int i = 0; same && i < tokens.size(); i++) {
                same = pattern.get(i).equals(ANY) || pattern.get(i).equals(tokens.get(i));
            }
            return same;
        }
    }

    private final List<Declared> declared;

    private Identities(List<Declared> declared) {
        this.declared = declared;
    }

    /** Everywhere by {@code id}, else by {@code key}, else by {@code name}, else by {@code name} inside of {@code function}. */
    public static Identities byDefault() {
        return BY_DEFAULT;
    }

    /** Nowhere by a member: elements are known by what they say and by their order. */
    public static Identities none() {
        return NONE;
    }

    /**
     * These, but in the arrays at a place by other members. What is declared later counts before what was declared earlier.
     *
     * @param place a JSON Pointer to the array, in which the token {@code *} stands for any member or index
     * @param members names of members, or JSON Pointers from the element to the identifying value, such as
     *     {@code /function/name}; those before count before those after; none to match by no member here
     * @throws InvalidContentException if {@code place}, or a member that begins with {@code /}, is no JSON Pointer
     */
    public Identities at(String place, String... members) {
        return and(new Declared(
                Optional.of(JsonPointer.parse(place)), pointers(Given.the("identifying members", members))));
    }

    /**
     * These, but by other members wherever no place was declared. At least one member: see {@link #none()}.
     *
     * @param members as in {@link #at}
     * @throws InvalidInputException if there are none
     */
    public Identities everywhere(String... members) {
        if (Given.the("identifying members", members).length == 0) {
            throw new InvalidInputException("list of identifying members", "one member or more", "");
        }
        List<Declared> kept = new ArrayList<>();
        kept.add(new Declared(Optional.empty(), pointers(members)));
        declared.stream().filter(each -> each.place().isPresent()).forEach(kept::add);
        return new Identities(List.copyOf(kept));
    }

    /**
     * The member that identifies the elements of these arrays, which are states of the one at a place.
     *
     * @return the way from an element to the value that identifies it; empty when no declared member does
     */
    public Optional<JsonPointer> member(JsonPointer place, List<JsonArray> states) {
        List<JsonArray> arrays = Given.list("state of the array", states);
        return membersAt(Given.the("place", place)).stream()
                .filter(member -> arrays.stream().allMatch(state -> identifies(member, state)))
                .findFirst();
    }

    private List<JsonPointer> membersAt(JsonPointer array) {
        for (int i = declared.size() - 1; i >= 0; i--) {
            if (declared.get(i).isAbout(array)) {
                return declared.get(i).members();
            }
        }
        return List.of();
    }

    private static boolean identifies(JsonPointer member, JsonArray state) {
        Set<Object> seen = new HashSet<>();
        for (JsonValue element : state.elements()) {
            Optional<JsonValue> value = element instanceof JsonObject ? element.find(member) : Optional.empty();
            if (value.filter(Identities::canIdentify).isEmpty() || !seen.add(Fingerprint.key(value.get()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean canIdentify(JsonValue value) {
        return value instanceof JsonString || value instanceof JsonNumber;
    }

    private Identities and(Declared last) {
        List<Declared> longer = new ArrayList<>(declared);
        longer.add(last);
        return new Identities(List.copyOf(longer));
    }

    private static List<JsonPointer> pointers(String... members) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (String member : Given.list("identifying member", Arrays.asList(members))) {
            pointers.add(member.startsWith("/") ? JsonPointer.parse(member) : JsonPointer.ROOT.append(member));
        }
        return List.copyOf(pointers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identities that && declared.equals(that.declared);
    }

    @Override
    public int hashCode() {
        return declared.hashCode();
    }

    /** The declarations, for people. */
    @Override
    public String toString() {
        return "Identities" + declared;
    }
}
