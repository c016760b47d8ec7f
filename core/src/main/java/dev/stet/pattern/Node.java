package dev.stet.pattern;

import java.util.List;

/** A part of a pattern as it was read. Which of several ways to match comes first makes no difference here, and is not kept. */
sealed interface Node {

    /** So large that no pattern may be. */
    long TOO_LARGE = Integer.MAX_VALUE;

    /** Instructions when repetitions are written out, about, and never fewer; at most {@link #TOO_LARGE}. */
    long size();

    /** One character of a set. */
    record One(Characters characters) implements Node {
        @Override
        public long size() {
            return characters.size();
        }
    }

    /** All of these, one after the other. */
    record Row(List<Node> parts) implements Node {
        @Override
        public long size() {
            return sum(parts);
        }
    }

    /** Any of these. */
    record Choice(List<Node> parts) implements Node {
        @Override
        public long size() {
            return Math.min(TOO_LARGE, 2L * parts.size() + sum(parts));
        }
    }

    /** A part again and again.
     *
     * @param most {@link #ENDLESS} where there is no bound
     */
    record Repeat(Node part, int least, int most) implements Node {
        static final int ENDLESS = Integer.MAX_VALUE;

        @Override
        public long size() {
            long inside = Math.max(1, part.size());
            long further = most == ENDLESS ? 1 : most - least;
            return Math.min(TOO_LARGE, least * inside + further * (inside + 1));
        }
    }

    /** A place, of no width. */
    enum Edge implements Node {
        START,
        END,
        LINE_START,
        LINE_END,
        WORD,
        NO_WORD;

        @Override
        public long size() {
            return 1;
        }
    }

    /** Whether a part matches from here on, or up to here, of no width. */
    record Look(Node part, boolean ahead, boolean holds) implements Node {
        @Override
        public long size() {
            return Math.min(TOO_LARGE, part.size() + 2);
        }
    }

    /** What a group matched, once more. Can be read, but not searched for. */
    record Back(String reference) implements Node {
        @Override
        public long size() {
            return 1;
        }
    }

    private static long sum(List<Node> parts) {
        long sum = 0;
        for (Node part : parts) {
            sum = Math.min(TOO_LARGE, sum + part.size());
        }
        return sum;
    }
}
