package dev.stet.storage;

import java.util.List;
import java.util.Optional;

/**
 * One change of a head and of what belongs to it. Applied whole or not at all.
 *
 * @param head whose change
 * @param expected the revision of the head that this change was decided on; 0 where there must never have been one
 * @param row the head's row after the change, its revision one further. Empty to delete the head and all rows that belong to
 *     it, except in tables that {@linkplain Table#outlivesOwner() outlive} it
 * @param writes what else changes. No two are of the same row; where the head is deleted, all are of tables that outlive it
 */
public record Changeset(Key head, long expected, Optional<Row> row, List<Write> writes) {
    public Changeset {
        writes = List.copyOf(writes);
        if (!head.table().isHead() || expected < 0) {
            throw new IllegalArgumentException(
                    "a changeset belongs to a head and expects it at a revision from 0 on, not " + head + " at "
                            + expected);
        }
        row.ifPresent(after -> {
            if (!after.head().equals(head) || !after.table().isHead() || revision(after) != expected + 1) {
                throw new IllegalArgumentException("a changeset moves " + head + " from " + expected + " to "
                        + (expected + 1) + ", not to " + after);
            }
        });
        if (row.filter(after -> !after.isWhole()).isPresent()) {
            throw new IllegalArgumentException("a row is written whole: " + row.get());
        }
        boolean deletes = row.isEmpty();
        for (Write write : writes) {
            if (deletes && !write.table().outlivesOwner()) {
                throw new IllegalArgumentException(
                        "with " + head + " all of " + write.table() + " is deleted: " + write);
            }
            if (!write.head().equals(head)) {
                throw new IllegalArgumentException(
                        "a changeset of " + head + " writes nothing of " + write.head() + ": " + write);
            }
        }
    }

    private static long revision(Row head) {
        return head.number(head.table().columns().get(2));
    }
}
