package dev.stet.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a value as it is read or walked, in the order written: knows the place, counts what the limits bound, and
 * refuses the first value past one. Not safe for use by several threads.
 */
final class Meter {

    private final ContentLimits limits;
    private final Deque<Container> open = new ArrayDeque<>();
    private long bytes;

    Meter(ContentLimits limits) {
        this.limits = limits;
    }

    static void refuseFirstExcess(JsonValue value, ContentLimits limits) {
        Meter meter = new Meter(limits);
        meter.located(() -> {
            meter.walk(value);
            return value;
        });
    }

    /** Does the reading; a refusal from anywhere inside it is told from the place that was reached. */
    <T> T located(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidContentException refusal) {
            throw refusal.under(place());
        }
    }

    void open() {
        if (open.size() == limits.maxDepth()) {
            throw ContentLimits.tooDeep(limits.maxDepth());
        }
        spend(1);
        open.addLast(new Container());
    }

    void member(String name) {
        Container object = open.getLast();
        object.name = name;
        spend(Extent.ofText(name) + (object.count == 0 ? 1 : 2));
        object.count++;
    }

    void element() {
        Container array = open.getLast();
        array.count++;
        spend(array.count == 1 ? 0 : 1);
    }

    <T extends JsonValue> T scalar(T value) {
        Extent extent = Extent.of(value);
        if (extent.digits() > limits.maxDigits()) {
            throw ContentLimits.tooPrecise(limits.maxDigits(), extent.digits());
        }
        spend(extent.bytes());
        return value;
    }

    void close() {
        open.removeLast();
        spend(1);
    }

    private void spend(long more) {
        bytes += more;
        if (bytes > limits.maxBytes()) {
            throw ContentLimits.tooLong(limits.maxBytes());
        }
    }

    private JsonPointer place() {
        JsonPointer place = JsonPointer.ROOT;
        for (Container container : open) {
            place = container.appendTo(place);
        }
        return place;
    }

    private void walk(JsonValue value) {
        if (value instanceof JsonObject object) {
            open();
            for (Map.Entry<String, JsonValue> member : object.ordered().inOrder()) {
                member(member.getKey());
                walk(member.getValue());
            }
            close();
        } else if (value instanceof JsonArray array) {
            open();
            for (JsonValue element : array.elements()) {
                element();
                walk(element);
            }
            close();
        } else {
            scalar(value);
        }
    }

    private static final class Container {
        private @Nullable String name;
        private int count;

        JsonPointer appendTo(JsonPointer place) {
            if (count == 0 && name == null) {
                return place;
            }
            return name == null ? place.append(count - 1) : place.append(name);
        }
    }
}
