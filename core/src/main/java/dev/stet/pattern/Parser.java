package dev.stet.pattern;

import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a pattern of ECMA-262 as it is read with the flag {@code u}, and beyond that where a sign can only stand for itself: a
 * brace that counts nothing, a bracket that closes nothing, an escaped sign that needs none.
 */
final class Parser {

    /** Groups inside of groups. */
    static final int DEEPEST = 64;

    private static final int LONGEST_COUNT = 9;

    private final Source source;
    private final Escapes escapes;
    private final List<String> references = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int groups;
    private int depth;
    private Flags flags = new Flags(false, false, false);

    /** What a group may set for its inside. */
    private record Flags(boolean anyCase, boolean lines, boolean dotAll) {

        Flags with(char flag, boolean on) {
            return new Flags(flag == 'i' ? on : anyCase, flag == 'm' ? on : lines, flag == 's' ? on : dotAll);
        }
    }

    private Parser(String pattern) {
        this.source = new Source(pattern);
        this.escapes = new Escapes(source);
    }

    /** @throws UnreadableException if it is none */
    static Node parsed(String pattern) {
        return new Parser(pattern).whole();
    }

    private Node whole() {
        Node whole = choice(new HashSet<>());
        if (!source.isAtEnd()) {
            throw source.refused("a ) that closes nothing", "remove it, or write \\)");
        }
        for (String reference : references) {
            boolean known = Character.isDigit(reference.charAt(0))
                    ? reference.length() <= LONGEST_COUNT && Integer.parseInt(reference) <= groups
                    : names.contains(reference);
            if (!known) {
                throw source.refused("a backreference to a group that is not there", "remove it");
            }
        }
        return whole;
    }

    /** @param taken the names of groups that have been seen; those seen here are added */
    private Node choice(Set<String> taken) {
        if (++depth > DEEPEST) {
            throw source.refused("more than " + DEEPEST + " groups one inside of the other", "write it with fewer");
        }
        List<Node> ways = new ArrayList<>();
        Set<String> all = new HashSet<>();
        do {
            Set<String> here = new HashSet<>(taken);
            ways.add(row(here));
            all.addAll(here);
        } while (source.take("|"));
        taken.addAll(all);
        depth--;
        return ways.size() == 1 ? ways.get(0) : new Node.Choice(ways);
    }

    private Node row(Set<String> taken) {
        List<Node> parts = new ArrayList<>();
        while (!source.isAtEnd() && !source.comes("|") && !source.comes(")")) {
            parts.add(repeated(taken));
        }
        return parts.size() == 1 ? parts.get(0) : new Node.Row(parts);
    }

    private Node repeated(Set<String> taken) {
        Node atom = atom(taken);
        int place = source.place();
        Optional<Node> repeated = repetition(atom);
        if (repeated.isPresent() && (atom instanceof Node.Edge || (atom instanceof Node.Look look && !look.ahead()))) {
            source.backTo(place);
            throw source.refused("a place that is to be repeated", "repeat a character or a group");
        }
        // Whether as few or as many as possible are tried first makes no difference to whether there is a match.
        if (repeated.isPresent()) {
            source.take("?");
        }
        return repeated.orElse(atom);
    }

    private Optional<Node> repetition(Node part) {
        if (source.take("*")) {
            return Optional.of(new Node.Repeat(part, 0, Node.Repeat.ENDLESS));
        }
        if (source.take("+")) {
            return Optional.of(new Node.Repeat(part, 1, Node.Repeat.ENDLESS));
        }
        return source.take("?") ? Optional.of(new Node.Repeat(part, 0, 1)) : counted(part);
    }

    /** Nothing, and nothing taken, where a brace stands for itself. */
    private Optional<Node> counted(Node part) {
        int place = source.place();
        if (!source.take("{")) {
            return Optional.empty();
        }
        String least = source.takeDigits();
        boolean ranges = source.take(",");
        String most = ranges ? source.takeDigits() : least;
        if (least.isEmpty() || !source.take("}")) {
            source.backTo(place);
            return Optional.empty();
        }
        int from = number(least);
        int to = most.isEmpty() ? Node.Repeat.ENDLESS : number(most);
        if (from > to) {
            throw source.refused("a repetition of at least " + least + " and at most " + most, "swap the numbers");
        }
        return Optional.of(new Node.Repeat(part, from, to));
    }

    private static int number(String digits) {
        String significant = Source.significant(digits);
        return significant.length() > LONGEST_COUNT ? Node.Repeat.ENDLESS - 1 : Integer.parseInt(significant);
    }

    private Node atom(Set<String> taken) {
        if (source.comes("*") || source.comes("+") || source.comes("?") || isCount()) {
            throw source.refused(
                    "a repetition of nothing (" + Character.toString(source.peek()) + ")",
                    "write what is to be repeated, or a \\ in front");
        }
        int character = source.take();
        return switch (character) {
            case '^' -> flags.lines() ? Node.Edge.LINE_START : Node.Edge.START;
            case '$' -> flags.lines() ? Node.Edge.LINE_END : Node.Edge.END;
            case '.' -> new Node.One(flags.dotAll() ? Characters.ANY : Characters.LINE_ENDS.complement());
            case '(' -> group(taken);
            case '[' -> one(escapes.inBrackets());
            case '\\' -> escaped();
            default -> one(Characters.of(character));
        };
    }

    /** Whether a counted repetition comes. */
    private boolean isCount() {
        int place = source.place();
        boolean count = counted(Node.Edge.START).isPresent();
        source.backTo(place);
        return count;
    }

    private Node one(Characters characters) {
        return new Node.One(flags.anyCase() ? characters.inAnyCase() : characters);
    }

    private Node escaped() {
        if (source.take("b")) {
            return Node.Edge.WORD;
        }
        if (source.take("B")) {
            return Node.Edge.NO_WORD;
        }
        if (source.take("k")) {
            source.expect("<");
            return back(source.takeUpTo(">"));
        }
        int first = source.peek();
        return first >= '1' && first <= '9' ? back(source.takeDigits()) : one(escapes.escaped());
    }

    private Node back(String reference) {
        if (reference.isEmpty()) {
            throw source.refused("a backreference without a name", "name the group");
        }
        references.add(reference);
        return new Node.Back(reference);
    }

    private Node group(Set<String> taken) {
        Flags around = flags;
        if (source.take("?=")) {
            return new Node.Look(closed(taken), true, true);
        }
        if (source.take("?!")) {
            return new Node.Look(closed(taken), true, false);
        }
        if (source.take("?<=")) {
            return new Node.Look(closed(taken), false, true);
        }
        if (source.take("?<!")) {
            return new Node.Look(closed(taken), false, false);
        }
        if (source.take("?<")) {
            named(source.takeUpTo(">"), taken);
        } else if (source.take("?")) {
            flagged();
        } else {
            groups++;
        }
        Node inside = closed(taken);
        flags = around;
        // A group may be repeated, even where it holds nothing but a place.
        return new Node.Row(List.of(inside));
    }

    private Node closed(Set<String> taken) {
        Node inside = choice(taken);
        source.expect(")");
        return inside;
    }

    private void named(String name, Set<String> taken) {
        groups++;
        boolean identifier = !name.isEmpty()
                && isNameStart(name.codePointAt(0))
                && name.codePoints().allMatch(Parser::isNamePart);
        if (!identifier || !taken.add(name)) {
            throw source.refused(
                    "the name of a group " + Shown.quoted(name) + ", which is no name, or has been given before",
                    "rename the group");
        }
        names.add(name);
    }

    private static boolean isNameStart(int character) {
        return character == '$' || character == '_' || Character.isUnicodeIdentifierStart(character);
    }

    private static boolean isNamePart(int character) {
        return isNameStart(character) || Character.isUnicodeIdentifierPart(character);
    }

    /** What stands between the question mark and the colon of a group. */
    private void flagged() {
        int place = source.place();
        boolean on = true;
        Set<Integer> seen = new HashSet<>();
        while (!source.take(":")) {
            int flag = source.isAtEnd() ? ' ' : source.take();
            if (flag == '-' && on) {
                on = false;
            } else if ("ims".indexOf(flag) >= 0 && seen.add(flag)) {
                flags = flags.with((char) flag, on);
            } else {
                source.backTo(place);
                throw source.refused(
                        "(?" + (source.isAtEnd() ? "" : Character.toString(source.peek()))
                                + ", which ECMA-262 does not have there",
                        "write (?<name>…) for a group with a name, (?i:…) for a part in any case");
            }
        }
        if (!on && seen.isEmpty()) {
            source.backTo(place);
            throw source.refused("flags that say nothing", "write (?:");
        }
    }
}
