package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import java.util.function.Function;

/** Whose connections a store works on, and who begins and ends transactions on them. */
interface Connections {
    /** Reads, by one statement. */
    <R> R read(String doing, Function<Session, R> work);

    /** Changes all or nothing. What was not applied is undone, if only because nothing was written. */
    ApplyResult change(String doing, Function<Session, ApplyResult> work);
}
