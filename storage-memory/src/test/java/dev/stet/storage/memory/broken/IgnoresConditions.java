package dev.stet.storage.memory.broken;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Condition;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;

/** Lists rows whether they meet a condition or not. */
public final class IgnoresConditions extends Misunderstanding {
    private final Class<? extends Condition> kind;

    private IgnoresConditions(Catalogue catalogue, Class<? extends Condition> kind) {
        super(catalogue);
        this.kind = kind;
    }

    public static Storage equal(Catalogue catalogue) {
        return new IgnoresConditions(catalogue, Condition.Equal.class);
    }

    public static Storage contains(Catalogue catalogue) {
        return new IgnoresConditions(catalogue, Condition.Contains.class);
    }

    public static Storage between(Catalogue catalogue) {
        return new IgnoresConditions(catalogue, Condition.Between.class);
    }

    @Override
    Scan understood(Scan scan) {
        return Rewriting.withConditions(
                scan,
                scan.conditions().stream()
                        .filter(condition -> !kind.isInstance(condition))
                        .toList());
    }
}
