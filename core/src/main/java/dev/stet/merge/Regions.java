package dev.stet.merge;

import dev.stet.align.Lines.Chunk;
import dev.stet.merge.Conflict.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Cuts three sequences into stretches that no side, one side, or both sides changed. */
final class Regions {
    /** Who changed a stretch. */
    enum By {
        NOBODY,
        OURS,
        THEIRS,
        BOTH
    }

    /** One stretch in each of the three sequences. */
    record Region(By by, Span base, Span ours, Span theirs) {}

    private final List<Chunk> ours;
    private final List<Chunk> theirs;
    private final BiPredicate<Chunk, Chunk> collide;
    private final List<Region> regions = new ArrayList<>();
    private int nextOurs;
    private int nextTheirs;
    private int inBase;
    private int inOurs;
    private int inTheirs;

    private Regions(List<Chunk> ours, List<Chunk> theirs, BiPredicate<Chunk, Chunk> collide) {
        this.ours = ours;
        this.theirs = theirs;
        this.collide = collide;
    }

    /**
     * The regions in order.
     *
     * @param base how much the base has
     * @param ours where ours differs from it
     * @param theirs where theirs does
     * @param collide whether an edit of ours and an edit of theirs belong together
     */
    static List<Region> of(int base, List<Chunk> ours, List<Chunk> theirs, BiPredicate<Chunk, Chunk> collide) {
        Regions cut = new Regions(ours, theirs, collide);
        while (cut.nextOurs < cut.ours.size() || cut.nextTheirs < cut.theirs.size()) {
            cut.edited();
        }
        cut.untouched(base);
        return cut.regions;
    }

    /** The next stretch that somebody changed: one edit, and all of the other side that belong to it, and so on. */
    private void edited() {
        int firstOurs = nextOurs;
        int firstTheirs = nextTheirs;
        boolean oursFirst = nextTheirs == theirs.size()
                || (nextOurs < ours.size() && startsBefore(ours.get(nextOurs), theirs.get(nextTheirs)));
        if (oursFirst) {
            nextOurs++;
        } else {
            nextTheirs++;
        }
        while (takesOurs(firstTheirs) || takesTheirs(firstOurs)) {
            // What was taken may belong to more.
        }
        List<Chunk> ourEdits = ours.subList(firstOurs, nextOurs);
        List<Chunk> theirEdits = theirs.subList(firstTheirs, nextTheirs);
        int from = Math.min(from(ourEdits), from(theirEdits));
        int to = Math.max(to(ourEdits), to(theirEdits));
        untouched(from);
        int length = to - from;
        add(by(ourEdits, theirEdits), length, length + growth(ourEdits), length + growth(theirEdits));
    }

    /** What belongs to an earlier edit of a stretch belongs to the last one, too: so far does the stretch reach. */
    private boolean takesOurs(int firstTheirs) {
        boolean takes = nextOurs < ours.size()
                && nextTheirs > firstTheirs
                && collide.test(ours.get(nextOurs), theirs.get(nextTheirs - 1));
        nextOurs += takes ? 1 : 0;
        return takes;
    }

    private boolean takesTheirs(int firstOurs) {
        boolean takes = nextTheirs < theirs.size()
                && nextOurs > firstOurs
                && collide.test(ours.get(nextOurs - 1), theirs.get(nextTheirs));
        nextTheirs += takes ? 1 : 0;
        return takes;
    }

    private void untouched(int until) {
        int length = until - inBase;
        if (length > 0) {
            add(By.NOBODY, length, length, length);
        }
    }

    private void add(By by, int baseLength, int ourLength, int theirLength) {
        regions.add(new Region(
                by,
                new Span(inBase, inBase + baseLength),
                new Span(inOurs, inOurs + ourLength),
                new Span(inTheirs, inTheirs + theirLength)));
        inBase += baseLength;
        inOurs += ourLength;
        inTheirs += theirLength;
    }

    private static By by(List<Chunk> ours, List<Chunk> theirs) {
        if (theirs.isEmpty()) {
            return By.OURS;
        }
        return ours.isEmpty() ? By.THEIRS : By.BOTH;
    }

    private static boolean startsBefore(Chunk one, Chunk other) {
        int order = Integer.compare(one.from(), other.from());
        return order != 0 ? order < 0 : one.fromEnd() <= other.fromEnd();
    }

    private static int from(List<Chunk> edits) {
        return edits.isEmpty() ? Integer.MAX_VALUE : edits.get(0).from();
    }

    private static int to(List<Chunk> edits) {
        return edits.isEmpty() ? 0 : edits.get(edits.size() - 1).fromEnd();
    }

    private static int growth(List<Chunk> edits) {
        int growth = 0;
        for (Chunk edit : edits) {
            growth += growth(edit);
        }
        return growth;
    }

    private static int growth(Chunk edit) {
        return (edit.toEnd() - edit.to()) - (edit.fromEnd() - edit.from());
    }

    /** Whether edits of the two sides stand next to each other, or overlap. */
    static boolean touch(Chunk one, Chunk other) {
        return one.from() <= other.fromEnd() && other.from() <= one.fromEnd();
    }

    /** Whether they overlap, or what came with both of them would have to find its place between their neighbours. */
    static boolean overlap(Chunk one, Chunk other) {
        boolean inside = one.from() < other.fromEnd() && other.from() < one.fromEnd();
        return inside || (touch(one, other) && growth(one) > 0 && growth(other) > 0);
    }
}
