package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Whose connections a store works on, and who begins and ends transactions on them. */
interface Connections {
    /** Reads, by one statement. */
    <R> R read(String doing, Function<Session, R> work);

    /** Changes all or nothing, waiting for others no longer than told. What was not applied is undone, if only because nothing was written. */
    ApplyResult change(Changeset changeset, Duration patience, Function<Session, ApplyResult> work);

    /** The same for a change that reads in its own transaction what it comes to. Empty where that is nothing. */
    Optional<ApplyResult> changeAlone(Key head, Duration patience, Function<Session, Optional<ApplyResult>> work);
}
