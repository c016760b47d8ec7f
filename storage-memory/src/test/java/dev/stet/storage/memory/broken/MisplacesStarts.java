package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;

/** Takes one kind of start for the other. */
public final class MisplacesStarts extends Misunderstanding {
    private final boolean taken;

    private MisplacesStarts(Catalogue catalogue, boolean taken) {
        super(catalogue);
        this.taken = taken;
    }

    /** Lists what is at a place after which it is to begin. */
    public static Storage inclusive(Catalogue catalogue) {
        return new MisplacesStarts(catalogue, true);
    }

    /** Passes over what is at a place at which it is to begin. */
    public static Storage exclusive(Catalogue catalogue) {
        return new MisplacesStarts(catalogue, false);
    }

    @Override
    Scan understood(Scan scan) {
        return Rewriting.withStart(scan, scan.start().map(start -> new Scan.Start(start.values(), taken)));
    }
}
