package dev.stet.encoding;

/**
 * One step on the way from a base to a target: what is copied from the base, and what comes new after it.
 *
 * @param from where in the base the copy begins
 * @param copied how many bytes are copied
 * @param at where in the target that which is new begins
 * @param inserted how many bytes of it there are
 */
record Step(int from, int copied, int at, int inserted) {
    /** Where in the base the copy ends. */
    int end() {
        return from + copied;
    }
}
