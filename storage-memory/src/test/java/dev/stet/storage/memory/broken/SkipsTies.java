package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;

/** Goes on after the first value of a place and not after a row: a cursor that skips whoever shares it. */
public final class SkipsTies extends Misunderstanding {
    public SkipsTies(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Scan understood(Scan scan) {
        return Rewriting.withStart(
                scan,
                scan.start()
                        .map(start -> start.inclusive()
                                ? start
                                : new Scan.Start(start.values().subList(0, 1), false)));
    }
}
