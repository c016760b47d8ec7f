package dev.stet.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where rows are kept: one conditional, atomic write and a handful of reads over the tables of a {@link Catalogue}, which a
 * store is given when it is opened. It knows no table by name and carries no rule of the domain; it is done when it passes the
 * suites of {@code stet-storage-tck}.
 *
 * <p>What every store promises:
 *
 * <ul>
 *   <li><b>Atomic.</b> A changeset becomes visible whole, at one instant, or not at all. No single read sees part of it;
 *       a read of several heads may see each of them, with what belongs to it, at an instant of its own.
 *   <li><b>Conditional.</b> A changeset is applied only while its head is at the expected revision. Of any number of
 *       changesets that expect the same one, one is applied.
 *   <li><b>Read your writes.</b> What {@link #apply} applied is seen by every read that begins after it returned, from
 *       every thread and every process.
 *   <li><b>Faithful.</b> Reads return what was written, equal in every column: text to the last code point, bytes as they
 *       were, nothing where there was nothing.
 *   <li><b>Apart.</b> A read of one workspace or head never returns a row of another, and a change of one head never
 *       waits for that of another longer than the database itself makes it.
 *   <li><b>Ordered and bounded.</b> Every scan is in the order of its index, by {@link Values#ORDER}, has at most as many rows
 *       as its limit, and reads a range of that index, not all of it. Rows that do not change while a caller pages through
 *       a scan by position are returned exactly once, whatever is added or removed meanwhile.
 *   <li><b>Closed.</b> A table that is not in the catalogue is refused with {@link IllegalArgumentException}, never passed
 *       over.
 *   <li><b>Silent about absence.</b> What is not there is an empty result. Failures throw {@link StorageException}.
 * </ul>
 *
 * <p>Implementations are safe for use by any number of threads.
 */
public interface Storage {
    /**
     * Applies a change, if its head is at the expected revision.
     *
     * <p>A deleted head leaves its revision behind, so that its key cannot be used again, and the rows of the tables that
     * {@linkplain Table#outlivesOwner() outlive} it. No read returns its row any more.
     *
     * <p>The rules never make a changeset that contradicts what is stored (a key added twice, the deletion of a row that is not
     * there, a change of a deleted head, two rows with the same values in a unique index, be it only between two of its writes);
     * what a store does with one is not defined, except that it does not apply part of it.
     *
     * <p>It may have to wait for others: for a lock that another transaction has, and for a connection. A lock it waits for no
     * longer than it is told, as exactly as the database can, and leaves nothing of that behind where a connection is
     * somebody else's. Reads wait for no change.
     *
     * @param patience how long to wait for others at most; more than zero
     * @throws ContentionException when it was not applied because the store gave way to another transaction, or did not get
     *     past it in time
     * @throws InterruptedCallException when it was not applied because the thread was interrupted; every method may throw
     *     that. Whatever the outcome, the thread is still marked as interrupted
     * @throws OutsideTransactionException when it would have waited for the calling thread itself, and the store can tell
     * @throws StorageException when it was not applied because the store failed
     * @throws OutcomeUnknownException when the store cannot tell whether it was applied
     */
    ApplyResult apply(Changeset changeset, Duration patience);

    /**
     * Applies a change that is decided while nobody else changes the head: what the decision reads stays as it is until its
     * change is applied. For a head that others change so often that what was decided beforehand always comes too late.
     *
     * <p>Everything that {@link #apply} promises holds here, too. While the decision is made, others who want to change the
     * head wait, on some engines those who want to change another one as well; reads wait for nobody. A head that is not
     * there yet may be created by others meanwhile: then the change is stale.
     *
     * @param head the key of the head's row
     * @param decision makes of what it reads a change of that head and of no other, or none. It is made at most once, by the
     *     calling thread, reads by nothing but the store it is given, and changes nothing itself. When it throws, nothing was
     *     applied; a {@link dev.stet.error.StetException} of its is thrown as it is
     * @param patience how long to wait for others at most; more than zero. The time that the decision takes does not count
     * @return empty when the decision was to change nothing
     */
    Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience);

    /**
     * The rows with these keys, whole, each in the place of its key; empty where there is none. Those of one head are as they
     * were at one instant.
     *
     * @param keys of one head or of several. A {@link Key.Link} of one is to a key before it, of the same head
     */
    List<Optional<Row>> read(List<Key> keys);

    /** The rows of a scan, in its order, without their heavy columns. */
    List<Row> scan(Scan scan);

    /** How many rows a scan would list. The one read that may take time in proportion to what it counts. */
    long count(Scan scan);

    /**
     * A row and those that it leads to: the row with a key, the one whose key has in its last part what that row has in a
     * column, and so on, to the first that has nothing there or leads to no row. Empty where no row has the first key.
     *
     * @param first the key of the first row
     * @param next the column that leads on, of the type of the key's last part
     * @param limit how many to return at most; where they lead in a circle, they are returned again until then
     */
    List<Row> chain(Key first, Column next, int limit);
}
