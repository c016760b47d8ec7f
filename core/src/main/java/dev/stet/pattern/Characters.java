package dev.stet.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A set of characters, which are code points. Immutable. */
final class Characters {

    private static final int RANGES_A_STEP = 4;

    static final Characters DIGITS = new Builder().range('0', '9').build();
    static final Characters WORD =
            new Builder().set(DIGITS).range('A', 'Z').one('_').range('a', 'z').build();
    static final Characters LINE_ENDS =
            new Builder().one('\n').one('\r').range(0x2028, 0x2029).build();
    static final Characters SPACES = new Builder()
            .range('\t', '\r')
            .one(' ')
            .one(0xA0)
            .one(0xFEFF)
            .range(0x2028, 0x2029)
            .all(character -> Character.getType(character) == Character.SPACE_SEPARATOR)
            .build();
    static final Characters ANY =
            new Builder().range(0, Character.MAX_CODE_POINT).build();

    /** From and to, in turn, in order and apart. */
    private final int[] bounds;

    private final List<IntPredicate> others;
    private final boolean without;
    private final boolean anyCase;

    private Characters(int[] bounds, List<IntPredicate> others, boolean without, boolean anyCase) {
        this.bounds = bounds;
        this.others = others;
        this.without = without;
        this.anyCase = anyCase;
    }

    static Characters of(int character) {
        return new Builder().one(character).build();
    }

    /** All others. */
    Characters complement() {
        return new Characters(bounds, others, !without, anyCase);
    }

    /** The same, whatever the case of letters. */
    Characters inAnyCase() {
        return new Characters(bounds, others, without, true);
    }

    boolean contains(int character) {
        return isListed(character) != without;
    }

    /** The character, where there is one. */
    Optional<Integer> single() {
        boolean one = !without && others.isEmpty() && bounds.length == 2 && bounds[0] == bounds[1];
        return one ? Optional.of(bounds[0]) : Optional.empty();
    }

    /** Instructions that looking a character up is worth. */
    int size() {
        return 1 + others.size() + bounds.length / 2 / RANGES_A_STEP;
    }

    private boolean isListed(int character) {
        if (!anyCase) {
            return isNamed(character);
        }
        int upper = Character.toUpperCase(character);
        return isNamed(character)
                || isNamed(upper)
                || isNamed(Character.toLowerCase(character))
                || isNamed(Character.toLowerCase(upper));
    }

    private boolean isNamed(int character) {
        // Found at an index, or not found before an odd one, which is the end of a range.
        int at = Arrays.binarySearch(bounds, character);
        if (at >= 0 || (-at - 1) % 2 == 1) {
            return true;
        }
        for (IntPredicate other : others) {
            if (other.test(character)) {
                return true;
            }
        }
        return false;
    }

    /** Collects a set. */
    static final class Builder {
        private final List<int[]> ranges = new ArrayList<>();
        private final List<IntPredicate> others = new ArrayList<>();

        Builder one(int character) {
            return range(character, character);
        }

        Builder range(int from, int to) {
            ranges.add(new int[] {from, to});
            return this;
        }

        Builder all(IntPredicate others) {
            this.others.add(others);
            return this;
        }

        Builder set(Characters set) {
            if (set.without || set.anyCase) {
                return all(set::contains);
            }
            for (int i = 0; i < set.bounds.length; i += 2) {
                range(set.bounds[i], set.bounds[i + 1]);
            }
            others.addAll(set.others);
            return this;
        }

        Characters build() {
            ranges.sort(Comparator.comparingInt(range -> range[0]));
            int[] bounds = new int[2 * ranges.size()];
            int length = 0;
            for (int[] range : ranges) {
                if (length > 0 && range[0] <= bounds[length - 1] + 1) {
                    bounds[length - 1] = Math.max(bounds[length - 1], range[1]);
                } else {
                    bounds[length++] = range[0];
                    bounds[length++] = range[1];
                }
            }
            return new Characters(Arrays.copyOf(bounds, length), List.copyOf(others), false, false);
        }
    }
}
