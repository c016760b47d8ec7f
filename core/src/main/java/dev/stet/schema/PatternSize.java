package dev.stet.schema;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern gets when its counted repetitions are written out, told from its text alone: compiling one that nests
 * them would already take the memory. Never less than about what the compiler makes of it; exact it need not be.
 */
final class PatternSize {

    private static final long TOO_LARGE = Long.MAX_VALUE / 4;
    private static final int GROUP = 2;
    private static final int LONGEST_COUNT = 6;

    private final String pattern;
    private final Deque<Long> around = new ArrayDeque<>();
    private int next;
    private long group;
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static long of(String pattern) {
        return new PatternSize(pattern).size();
    }

    private long size() {
        while (next < pattern.length()) {
            char c = pattern.charAt(next++);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                default -> add(1);
            }
            if (around.size() > Limits.PATTERN_DEPTH || group > Limits.PATTERN_SIZE) {
                return TOO_LARGE;
            }
        }
        long all = group;
        for (long outer : around) {
            all += outer;
        }
        return all;
    }

    private void add(long atom) {
        last = atom;
        group += atom;
    }

    private void escape() {
        char c = next < pattern.length() ? pattern.charAt(next++) : ' ';
        int close = pattern.indexOf('}', next);
        boolean braces = c == 'p' || c == 'P' || c == 'x';
        if (braces && pattern.startsWith("{", next) && close > 0) {
            next = close + 1;
        }
        add(1);
    }

    private void characterClass() {
        int from = next;
        if (pattern.startsWith("^", next)) {
            next++;
        }
        if (pattern.startsWith("]", next)) {
            next++;
        }
        while (next < pattern.length() && pattern.charAt(next) != ']') {
            next += pattern.charAt(next) == '\\' ? 2 : 1;
        }
        next = Math.min(pattern.length(), next + 1);
        add(1L + (next - from) / 4);
    }

    private void open() {
        around.push(group);
        group = 0;
        last = 0;
    }

    private void close() {
        long inside = group + GROUP;
        group = around.isEmpty() ? 0 : around.pop();
        add(inside);
    }

    /** The brace of a counted repetition, or one that stands for itself. */
    private void repeat() {
        int close = pattern.indexOf('}', next);
        String inside = close < 0 ? "" : pattern.substring(next, close);
        boolean counted = !inside.isEmpty() && inside.chars().allMatch(c -> c == ',' || (c >= '0' && c <= '9'));
        if (!counted) {
            add(1);
            return;
        }
        next = close + 1;
        long times = 1;
        for (String bound : inside.split(",", -1)) {
            boolean huge = bound.length() > LONGEST_COUNT;
            times = Math.max(times, huge ? Limits.PATTERN_SIZE : bound.isEmpty() ? 1 : Long.parseLong(bound));
        }
        long repeated = Math.min(TOO_LARGE / 2, (last + 1) * (times + 1));
        group += repeated - last;
        last = repeated;
    }
}
