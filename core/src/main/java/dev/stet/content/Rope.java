package dev.stet.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A sequence of which a change makes another one, in steps logarithmic in its length: a balanced tree whose leaves hold a few
 * items each, and whose nodes know how large all below them is. Immutable.
 */
abstract sealed class Rope<E extends Rope.Item> {

    /** What a rope can hold: something that knows how large it is. */
    interface Item {
        /** Bytes of its compact form. */
        long bytes();

        /** Levels of containers in it. */
        int depth();

        /** The most significant digits of a number in it. */
        int digits();
    }

    /** The most items of a leaf: copying so many takes about as long as a step down the tree. */
    private static final int LEAF = 32;

    private final int size;
    private final long bytes;
    private final int depth;
    private final int digits;

    private Rope(int size, long bytes, int depth, int digits) {
        this.size = size;
        this.bytes = bytes;
        this.depth = depth;
        this.digits = digits;
    }

    static <E extends Item> Rope<E> of(List<E> items) {
        if (items.size() <= LEAF) {
            return leaf(items.toArray(Item[]::new));
        }
        int middle = items.size() / 2;
        return new Fork<>(of(items.subList(0, middle)), of(items.subList(middle, items.size())));
    }

    final int size() {
        return size;
    }

    /** How large a container of these items is. */
    final Extent extent() {
        return Extent.ofContainer(size, bytes, depth, digits);
    }

    abstract E get(int index);

    /** This rope with another item at an index. */
    abstract Rope<E> with(int index, E item);

    /** This rope with an item more, before the one at an index. */
    abstract Rope<E> withInserted(int index, E item);

    /** This rope without the item at an index. */
    abstract Rope<E> without(int index);

    abstract void forEach(Consumer<? super E> action);

    abstract int height();

    final List<E> toList() {
        List<E> items = new ArrayList<>(size);
        forEach(items::add);
        return items;
    }

    private static <E extends Item> Rope<E> leaf(Item... items) {
        long bytes = 0;
        int depth = 0;
        int digits = 0;
        for (Item item : items) {
            bytes += item.bytes();
            depth = Math.max(depth, item.depth());
            digits = Math.max(digits, item.digits());
        }
        return new Leaf<>(items, bytes, depth, digits);
    }

    /** Two ropes whose heights differ by two levels at most, one behind the other. */
    private static <E extends Item> Rope<E> joined(Rope<E> left, Rope<E> right) {
        if (left.size() == 0 || right.size() == 0) {
            return left.size() == 0 ? right : left;
        }
        if (left.height() > right.height() + 1) {
            Fork<E> fork = (Fork<E>) left;
            if (fork.left.height() >= fork.right.height()) {
                return new Fork<>(fork.left, new Fork<>(fork.right, right));
            }
            Fork<E> inner = (Fork<E>) fork.right;
            return new Fork<>(new Fork<>(fork.left, inner.left), new Fork<>(inner.right, right));
        }
        if (right.height() > left.height() + 1) {
            Fork<E> fork = (Fork<E>) right;
            if (fork.right.height() >= fork.left.height()) {
                return new Fork<>(new Fork<>(left, fork.left), fork.right);
            }
            Fork<E> inner = (Fork<E>) fork.left;
            return new Fork<>(new Fork<>(left, inner.left), new Fork<>(inner.right, fork.right));
        }
        return new Fork<>(left, right);
    }

    private static final class Leaf<E extends Item> extends Rope<E> {
        private final Item[] items;

        Leaf(Item[] items, long bytes, int depth, int digits) {
            super(items.length, bytes, depth, digits);
            this.items = items;
        }

        @Override
        @SuppressWarnings("unchecked") // Only items of this type get in.
        E get(int index) {
            return (E) items[index];
        }

        @Override
        Rope<E> with(int index, E item) {
            Item[] changed = items.clone();
            changed[index] = item;
            return leaf(changed);
        }

        @Override
        Rope<E> withInserted(int index, E item) {
            Item[] longer = Arrays.copyOf(items, items.length + 1);
            System.arraycopy(items, index, longer, index + 1, items.length - index);
            longer[index] = item;
            if (longer.length <= LEAF) {
                return leaf(longer);
            }
            int middle = longer.length / 2;
            return new Fork<>(
                    leaf(Arrays.copyOf(longer, middle)), leaf(Arrays.copyOfRange(longer, middle, longer.length)));
        }

        @Override
        Rope<E> without(int index) {
            Item[] shorter = Arrays.copyOf(items, items.length - 1);
            System.arraycopy(items, index + 1, shorter, index, shorter.length - index);
            return leaf(shorter);
        }

        @Override
        void forEach(Consumer<? super E> action) {
            for (int i = 0; i < items.length; i++) {
                action.accept(get(i));
            }
        }

        @Override
        int height() {
            return 1;
        }
    }

    private static final class Fork<E extends Item> extends Rope<E> {
        private final Rope<E> left;
        private final Rope<E> right;
        private final int height;

        Fork(Rope<E> left, Rope<E> right) {
            super(
                    left.size() + right.size(),
                    left.bytes + right.bytes,
                    Math.max(left.depth, right.depth),
                    Math.max(left.digits, right.digits));
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(left.height(), right.height());
        }

        @Override
        E get(int index) {
            return index < left.size() ? left.get(index) : right.get(index - left.size());
        }

        @Override
        Rope<E> with(int index, E item) {
            return index < left.size()
                    ? new Fork<>(left.with(index, item), right)
                    : new Fork<>(left, right.with(index - left.size(), item));
        }

        @Override
        Rope<E> withInserted(int index, E item) {
            return index < left.size()
                    ? joined(left.withInserted(index, item), right)
                    : joined(left, right.withInserted(index - left.size(), item));
        }

        @Override
        Rope<E> without(int index) {
            return index < left.size()
                    ? joined(left.without(index), right)
                    : joined(left, right.without(index - left.size()));
        }

        @Override
        void forEach(Consumer<? super E> action) {
            left.forEach(action);
            right.forEach(action);
        }

        @Override
        int height() {
            return height;
        }
    }
}
