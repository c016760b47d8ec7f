package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/**
 * The data source handed a store that begins and ends its own transactions a connection inside somebody else's, or one of
 * which nobody can tell. Nothing was read or changed, and that transaction is as it was: join it, or give the store a data
 * source that hands out connections on which no transaction is open.
 */
public final class ForeignTransactionException extends StetException {
    private static final long serialVersionUID = 1L;

    ForeignTransactionException(String doing, String found) {
        super(message(doing, found));
    }

    ForeignTransactionException(String doing, String found, Throwable cause) {
        super(message(doing, found), cause);
    }

    private static String message(String doing, String found) {
        return "Expected a connection on which no transaction is open when " + doing + ", but " + found
                + ". Nothing was read or changed, and no transaction was ended. To work inside a transaction of your own, use"
                + " stet.within(storage.joining(connection)); otherwise give the store a data source that hands out"
                + " connections of their own, such as the pool itself.";
    }
}
