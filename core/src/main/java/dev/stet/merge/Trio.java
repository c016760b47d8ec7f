package dev.stet.merge;

import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;

/** What the three contents have at one place. */
record Trio(Spot base, Spot ours, Spot theirs) {
    Trio member(String name) {
        return new Trio(base.member(name), ours.member(name), theirs.member(name));
    }

    /** An element by its three indexes, of which those are negative where it is not. */
    Trio element(int inBase, int inOurs, int inTheirs) {
        return new Trio(base.element(inBase), ours.element(inOurs), theirs.element(inTheirs));
    }

    boolean all(Class<? extends JsonValue> type) {
        return type.isInstance(base.value()) && type.isInstance(ours.value()) && type.isInstance(theirs.value());
    }

    /** Of three values of which no two are the same. */
    Conflict conflict() {
        return new Conflict(kind(), base.part(), ours.part(), theirs.part());
    }

    private Kind kind() {
        JsonValue was = base.value();
        JsonValue our = ours.value();
        JsonValue their = theirs.value();
        if (was == null) {
            return Kind.BOTH_ADDED;
        }
        if (our == null) {
            return Kind.REMOVED_BY_OURS;
        }
        if (their == null) {
            return Kind.REMOVED_BY_THEIRS;
        }
        boolean sameType = was.getClass() == our.getClass() && was.getClass() == their.getClass();
        return sameType ? Kind.BOTH_EDITED : Kind.TYPE_CHANGED;
    }
}
