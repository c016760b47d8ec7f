package dev.stet.storage.memory;

import java.util.List;

/**
 * All that is kept of one head, as one changeset left it. Immutable.
 *
 * @param revision that of the head; 0 before it was
 * @param tables the rows of each table, by its number; first those of the head itself
 */
record HeadState(long revision, List<TableRows> tables) {
    static HeadState never(List<Shape> shapes) {
        return new HeadState(0, shapes.stream().map(TableRows::none).toList());
    }

    TableRows rows(Shape shape) {
        return tables.get(shape.number());
    }

    boolean isDeleted() {
        return revision > 0 && tables.get(0).all().isEmpty();
    }
}
