package dev.stet.storage.tck;

/**
 * In what stores may differ. The kit asserts exactly what is declared: a store that keeps more than it declares fails
 * as one does that keeps less. Everything else is the same for all stores.
 *
 * @param survivesReopen whether everything written is there after the store was closed and opened again
 * @param hostTransactions whether a host can have a transaction of its own on the store's database, see
 *     {@link StorageFixture#hostTransaction}
 */
public record Declaration(boolean survivesReopen, boolean hostTransactions) {
    /** A store that keeps its data when it is closed. */
    public static Declaration durable() {
        return new Declaration(true, false);
    }

    /** The same where hosts can have transactions. */
    public Declaration withHostTransactions() {
        return new Declaration(survivesReopen, true);
    }

    /** A store whose data is gone when it is closed. */
    public static Declaration inMemory() {
        return new Declaration(false, false);
    }
}
