package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Condition;
import dev.stet.storage.Scan;

/** Takes the last number of a range for the first one outside of it. */
public final class ExcludesBounds extends Misunderstanding {
    public ExcludesBounds(Catalogue catalogue) {
        super(catalogue);
    }

    @Override
    Scan understood(Scan scan) {
        return Rewriting.withConditions(
                scan, scan.conditions().stream().map(ExcludesBounds::excluding).toList());
    }

    private static Condition excluding(Condition condition) {
        return condition instanceof Condition.Between between && between.most() > Long.MIN_VALUE
                ? new Condition.Between(between.column(), between.least(), between.most() - 1)
                : condition;
    }
}
