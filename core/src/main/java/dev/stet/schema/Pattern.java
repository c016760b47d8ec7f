package dev.stet.schema;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression that takes time linear in the text: compiled by RE2, which follows all alternatives at once instead
 * of one after the other. Immutable.
 */
final class Pattern {

    private static final int CHARACTERS_A_STEP = 8;

    private final com.google.re2j.Pattern compiled;

    private Pattern(com.google.re2j.Pattern compiled) {
        this.compiled = compiled;
    }

    /** A pattern, or why there is none. */
    record Reading(Optional<Pattern> pattern, String refusal) {

        private static Reading refused(String why) {
            return new Reading(Optional.empty(), why);
        }
    }

    /** Reads a pattern in the syntax of ECMA-262, as far as a linear engine can follow it. */
    static Reading read(String ecma) {
        if (ecma.length() > Limits.PATTERN_LENGTH) {
            return Reading.refused("a pattern of at most " + Limits.PATTERN_LENGTH + " characters, found one of "
                    + ecma.length() + "; shorten it");
        }
        Optional<String> unsupported = PatternSyntax.unsupported(ecma);
        if (unsupported.isPresent()) {
            return Reading.refused("a pattern that takes linear time, found " + unsupported.get()
                    + ", which no linear engine can follow; write the pattern without it");
        }
        if (PatternSize.of(ecma) > Limits.PATTERN_SIZE) {
            return tooLarge();
        }
        try {
            com.google.re2j.Pattern compiled = com.google.re2j.Pattern.compile(PatternSyntax.translated(ecma));
            return compiled.programSize() > Limits.PATTERN_SIZE
                    ? tooLarge()
                    : new Reading(Optional.of(new Pattern(compiled)), "");
        } catch (PatternSyntaxException malformed) {
            return Reading.refused("a regular expression, found one that cannot be read (" + malformed.getDescription()
                    + "); correct it");
        }
    }

    private static Reading tooLarge() {
        return Reading.refused("a pattern of at most " + Limits.PATTERN_SIZE
                + " steps when its repetitions are written out, found more; lower the counts in braces");
    }

    /** Instructions of the compiled pattern. */
    int size() {
        return compiled.programSize();
    }

    /** Steps that a search through a text of this length takes at most. */
    long cost(int length) {
        return 1 + (long) length * (size() + CHARACTERS_A_STEP) / CHARACTERS_A_STEP;
    }

    /** Whether the pattern matches anywhere in the text. */
    boolean isIn(String text) {
        return compiled.matcher(text).find();
    }
}
