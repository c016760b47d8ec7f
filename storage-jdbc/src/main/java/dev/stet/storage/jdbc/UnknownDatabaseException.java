package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/** The database is none that Stet knows. Name the dialect that it speaks, where it speaks one. */
public final class UnknownDatabaseException extends StetException {
    private static final long serialVersionUID = 1L;

    UnknownDatabaseException(String found, String known) {
        super("Expected a database that Stet knows (" + known + "), but found " + found
                + ". If it speaks the language of one of them, say so with schema(Schema.of(dialect)).");
    }
}
