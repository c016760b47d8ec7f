package dev.stet.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value while a patch is carried out: as it is, or as a container that was opened, of which a change makes another one in
 * steps logarithmic in the number of its children. Immutable.
 */
abstract sealed class Part implements Rope.Item {

    /** The value this is. Of a container that was changed since, it is made the first time and then kept. */
    abstract JsonValue value();

    abstract Extent extent();

    /** The part inside of this one that a token of a pointer names. */
    abstract Optional<Part> child(String token);

    static Part of(JsonValue value) {
        return new Closed(value);
    }

    @Override
    public final long bytes() {
        return extent().bytes();
    }

    @Override
    public final int depth() {
        return extent().depth();
    }

    @Override
    public final int digits() {
        return extent().digits();
    }

    /** A value as it is. */
    static final class Closed extends Part {
        private final JsonValue value;

        private Closed(JsonValue value) {
            this.value = value;
        }

        /** The same as a container whose children can be changed; this part, where it is none. */
        Part opened() {
            if (value instanceof JsonArray array) {
                return new OpenArray(
                        Rope.of(array.elements().stream().map(Part::of).toList()), array);
            }
            return value instanceof JsonObject object ? OpenObject.of(object) : this;
        }

        @Override
        JsonValue value() {
            return value;
        }

        @Override
        Extent extent() {
            return Extent.of(value);
        }

        @Override
        Optional<Part> child(String token) {
            return JsonPointer.child(value, token).map(Part::of);
        }
    }

    /** A container whose children can be changed. Its value is made by plain loops: they take the least stack for a level. */
    abstract static sealed class Open extends Part {
        private final Extent extent;
        private @Nullable JsonValue value;

        Open(Extent extent, @Nullable JsonValue value) {
            this.extent = extent;
            this.value = value;
        }

        abstract JsonValue made();

        @Override
        final JsonValue value() {
            JsonValue known = value;
            if (known == null) {
                known = made();
                value = known;
            }
            return known;
        }

        @Override
        final Extent extent() {
            return extent;
        }
    }

    /** An array that was opened. */
    static final class OpenArray extends Open {
        private final Rope<Part> elements;

        private OpenArray(Rope<Part> elements, @Nullable JsonArray value) {
            super(elements.extent(), value);
            this.elements = elements;
        }

        int size() {
            return elements.size();
        }

        OpenArray with(int index, Part element) {
            return new OpenArray(elements.with(index, element), null);
        }

        OpenArray withInserted(int index, Part element) {
            return new OpenArray(elements.withInserted(index, element), null);
        }

        OpenArray without(int index) {
            return new OpenArray(elements.without(index), null);
        }

        @Override
        JsonValue made() {
            List<JsonValue> values = new ArrayList<>(elements.size());
            for (Part element : elements.toList()) {
                values.add(element.value());
            }
            return new JsonArray(values);
        }

        @Override
        Optional<Part> child(String token) {
            return JsonPointer.index(token, elements.size()).map(elements::get);
        }
    }

    /** A member of an object; {@code nameBytes} with the colon, {@code order} ascends as the members stand. */
    private record Member(String name, long nameBytes, long order, Part part) implements Rope.Item {
        @Override
        public long bytes() {
            return nameBytes + part.bytes();
        }

        @Override
        public int depth() {
            return part.depth();
        }

        @Override
        public int digits() {
            return part.digits();
        }
    }

    /** An object that was opened: its members by name, each with its turn in the order they stand in. */
    static final class OpenObject extends Open {
        private final Rope<Member> byName;
        private final long next;

        private OpenObject(Rope<Member> byName, long next, @Nullable JsonObject value) {
            super(byName.extent(), value);
            this.byName = byName;
            this.next = next;
        }

        private static OpenObject of(JsonObject object) {
            List<Member> members = new ArrayList<>();
            object.ordered()
                    .inOrder()
                    .forEach(member -> members.add(member(member.getKey(), members.size(), of(member.getValue()))));
            members.sort(Comparator.comparing(Member::name));
            return new OpenObject(Rope.of(members), members.size(), object);
        }

        private static Member member(String name, long order, Part part) {
            return new Member(name, Extent.ofText(name) + 1, order, part);
        }

        /** As {@link JsonObject#with}. */
        OpenObject with(String name, Part part) {
            int index = index(name);
            if (isAt(index, name)) {
                Member known = byName.get(index);
                return new OpenObject(
                        byName.with(index, new Member(known.name(), known.nameBytes(), known.order(), part)),
                        next,
                        null);
            }
            JsonString.requireScalarValues("a member name", name);
            return new OpenObject(byName.withInserted(index, member(name, next, part)), next + 1, null);
        }

        /** As {@link JsonObject#without}. */
        OpenObject without(String name) {
            return new OpenObject(byName.without(index(name)), next, null);
        }

        @Override
        JsonValue made() {
            List<Member> members = byName.toList();
            members.sort(Comparator.comparingLong(Member::order));
            List<Map.Entry<String, JsonValue>> values = new ArrayList<>(members.size());
            for (Member member : members) {
                values.add(Map.entry(member.name(), member.part().value()));
            }
            return new JsonObject(Members.of(values));
        }

        @Override
        Optional<Part> child(String token) {
            int index = index(token);
            return isAt(index, token) ? Optional.of(byName.get(index).part()) : Optional.empty();
        }

        private boolean isAt(int index, String name) {
            return index < byName.size() && byName.get(index).name().equals(name);
        }

        /** Where a member stands by name, or would. */
        private int index(String name) {
            int low = 0;
            int high = byName.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (byName.get(middle).name().compareTo(name) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
