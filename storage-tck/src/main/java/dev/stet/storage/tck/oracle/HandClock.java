package dev.stet.storage.tck.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved by hand, in either direction. */
public final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-01T10:42:00.123456789Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void move(Duration by) {
        now = now.plus(by);
    }
}
