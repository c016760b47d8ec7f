package dev.stet.pattern;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A regular expression that takes time linear in the text. All its ways are followed at once instead of one after the other, and
 * a lookaround is one more reading of the text, which tells of all places whether it holds there. Immutable.
 */
public final class Pattern {

    /** Characters of a pattern. */
    private static final int LONGEST = 10_000;

    /** Instructions of a compiled pattern. */
    private static final int LARGEST = 20_000;

    /** Instructions, or characters of a table, that making place for is worth a step. */
    private static final int PLACES_A_STEP = 16;

    private final List<Program> programs;
    private final int size;

    private Pattern(List<Program> programs) {
        this.programs = programs;
        this.size = programs.stream().mapToInt(Program::size).sum();
    }

    /**
     * A pattern, or why there is none.
     *
     * @param refusal what was expected, what was found, and what to do; empty where there is a pattern
     */
    public record Reading(Optional<Pattern> pattern, String refusal) {}

    /** Reads a pattern of ECMA-262. */
    public static Reading read(String ecma) {
        if (ecma.length() > LONGEST) {
            return refused(
                    "a pattern of at most " + LONGEST + " characters, found one of " + ecma.length() + "; shorten it");
        }
        try {
            Node whole = Parser.parsed(ecma);
            if (whole.size() > LARGEST) {
                return refused("a pattern of at most " + LARGEST
                        + " steps when its repetitions are written out, found more; lower the counts in braces");
            }
            return new Reading(Optional.of(new Pattern(Program.of(whole))), "");
        } catch (UnreadableException unreadable) {
            return refused(unreadable.getMessage());
        }
    }

    /** A pattern that is no input from anybody, for texts that match it as a whole. */
    public static Pattern whole(String ecma) {
        return new Pattern(Program.of(Parser.parsed("^(?:" + ecma + ")$")));
    }

    private static Reading refused(String why) {
        return new Reading(Optional.empty(), why);
    }

    /** Whether the text is a regular expression of ECMA-262, also one that could not be searched for here. */
    public static boolean isEcma(String text) {
        try {
            Parser.parsed(text);
            return true;
        } catch (UnreadableException unreadable) {
            return false;
        }
    }

    /** Instructions of the compiled pattern. */
    public int size() {
        return size;
    }

    /**
     * Whether the pattern matches anywhere in the text.
     *
     * @param charged is told of the work while it is done, in steps of about eight instructions, and may end it by an exception
     */
    public boolean isIn(String text, LongConsumer charged) {
        long tables = (long) text.length() * (programs.size() - 1);
        charged.accept(1 + (size + tables) / PLACES_A_STEP);
        return new Search(text, programs.size(), charged).finds(programs);
    }
}
