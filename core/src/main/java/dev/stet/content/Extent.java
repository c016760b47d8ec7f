package dev.stet.content;

/**
 * How large a value is. Containers carry theirs, so asking is cheap even where sub-trees are shared many times over.
 *
 * @param depth levels of containers; 0 for a scalar
 * @param bytes length of the compact form in UTF-8
 * @param digits most significant digits in any number; 0 when there is none
 */
record Extent(int depth, int bytes, int digits) {

    private static final long BRACKETS = 2;

    static Extent of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.ordered().extent();
        }
        if (value instanceof JsonArray array) {
            return array.extent();
        }
        if (value instanceof JsonNumber number) {
            return new Extent(0, number.literal().length(), number.digits());
        }
        if (value instanceof JsonString string) {
            return new Extent(0, string.bytes(), 0);
        }
        return new Extent(0, value == JsonBoolean.FALSE ? 5 : 4, 0);
    }

    static Extent ofMembers(Members members) {
        Sum sum = new Sum(members.size());
        for (int i = 0; i < members.size(); i++) {
            sum.bytes += members.nameBytes(i) + 1;
            sum.add(of(members.value(i)));
        }
        return sum.container();
    }

    static Extent ofElements(JsonValue[] elements) {
        Sum sum = new Sum(elements.length);
        for (JsonValue element : elements) {
            sum.add(of(element));
        }
        return sum.container();
    }

    /** Of a container with so many children, which together are so large. */
    static Extent ofContainer(int children, long bytes, int depth, int digits) {
        Sum sum = new Sum(children);
        sum.depth = depth;
        sum.bytes += bytes;
        sum.digits = digits;
        return sum.container();
    }

    static long ofText(String text) {
        return JsonWriter.quotedLength(text);
    }

    boolean isWithin(Extent other) {
        return depth <= other.depth && bytes <= other.bytes && digits <= other.digits;
    }

    private static final class Sum {
        private int depth;
        private long bytes;
        private int digits;

        Sum(int children) {
            bytes = BRACKETS + Math.max(0, children - 1);
        }

        void add(Extent child) {
            depth = Math.max(depth, child.depth);
            bytes += child.bytes;
            digits = Math.max(digits, child.digits);
        }

        Extent container() {
            if (depth >= ContentLimits.DEEPEST) {
                throw ContentLimits.tooDeep(ContentLimits.DEEPEST);
            }
            if (bytes > Integer.MAX_VALUE) {
                throw ContentLimits.tooLong(Integer.MAX_VALUE);
            }
            return new Extent(depth + 1, (int) bytes, digits);
        }
    }
}
