package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;

/** Lists from the first row on, whatever it is to pass over. */
public final class IgnoresOffsets extends Misunderstanding {
    public IgnoresOffsets(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Scan understood(Scan scan) {
        return scan.offset(0);
    }
}
