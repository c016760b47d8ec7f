package dev.stet.storage.memory;

import dev.stet.storage.Index;
import dev.stet.storage.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a table are kept. Immutable.
 *
 * @param number the table's place among those of its head, from 0 on; the head's own table comes first
 * @param orders of its key and then of its other indexes
 */
record Shape(Table table, int number, List<Order> orders) {
    static Shape of(Table table, int number) {
        List<Order> orders = new ArrayList<>();
        orders.add(new Order(table, table.key(), 0));
        for (Index index : table.indexes()) {
            orders.add(new Order(table, index, orders.size()));
        }
        return new Shape(table, number, List.copyOf(orders));
    }

    Order key() {
        return orders.get(0);
    }

    Order order(Index index) {
        for (Order order : orders) {
            if (order.index().name().equals(index.name())) {
                return order;
            }
        }
        throw new IllegalArgumentException(index + " is no index of " + table);
    }
}
