package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Scan;

/** Lists the rows of a workspace where those of one of its heads are asked for. */
public final class LeaksHeads extends Misunderstanding {
    public LeaksHeads(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Scan understood(Scan scan) {
        return Rewriting.head(scan).isPresent()
                        && scan.prefix().size() == 2
                        && scan.start().isEmpty()
                ? Rewriting.withPrefix(scan, scan.prefix().subList(0, 1))
                : scan;
    }
}
