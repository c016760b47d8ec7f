package dev.stet.storage.memory.broken;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Catalogue;
import dev.stet.storage.Changeset;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Pauses a moment in each change, and goes on when it is interrupted meanwhile, without a trace of that. */
public final class SwallowsInterrupts extends ForwardingStorage {
    private static final long MOMENT_MICROS = 500;

    public SwallowsInterrupts(Catalogue catalogue) {
        super(new MemoryStorage(catalogue));
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        try {
            TimeUnit.MICROSECONDS.sleep(MOMENT_MICROS);
        } catch (InterruptedException swallowed) {
            return super.apply(changeset, patience);
        }
        return super.apply(changeset, patience);
    }
}
