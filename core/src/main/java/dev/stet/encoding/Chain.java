package dev.stet.encoding;

/**
 * How a stored content hangs together with its bases: what it takes to read it.
 *
 * @param depth how many deltas there are between it and a whole copy; 0 where it is one itself
 * @param wholeBytes how many bytes the whole copy takes
 * @param deltaBytes how many the deltas take together
 */
record Chain(int depth, long wholeBytes, long deltaBytes) {
    /** The most deltas that are read to get at a content. */
    static final int LONGEST = 50;

    /** How many times the bytes of the whole copy all deltas together may take. */
    static final int HEAVIEST = 4;

    static Chain whole(long bytes) {
        return new Chain(0, bytes, 0);
    }

    /** This chain with one delta more at its end. */
    Chain longer(long bytes) {
        return new Chain(depth + 1, wholeBytes, deltaBytes + bytes);
    }

    boolean withinBounds() {
        return depth <= LONGEST && deltaBytes <= HEAVIEST * wholeBytes;
    }
}
