package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The deepest value there can be is walked without overflowing even a small stack. */
class NestingTest {

    private static final long SMALL_STACK = 768 * 1024;

    @Test
    void everythingWorksAtTheDeepestLevel() throws InterruptedException {
        onSmallStack(() -> everything(nested(ContentLimits.DEEPEST, JsonArray::of)));
        onSmallStack(() -> everything(nested(ContentLimits.DEEPEST, value -> JsonObject.of("a", value))));
    }

    @Test
    void nothingGoesDeeper() {
        JsonValue deepest = nested(ContentLimits.DEEPEST, JsonArray::of);

        InvalidContentException refusal =
                assertThrows(InvalidContentException.class, () -> JsonArray.of(JsonNull.NULL, deepest));
        assertEquals("depth", refusal.rule());
    }

    @Test
    void sharingSubTreesDoesNotGetPastTheLengthEither() {
        UnaryOperator<JsonValue> twice = value -> JsonArray.of(value, value);

        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> nested(100, twice));
        assertEquals("bytes", refusal.rule());
    }

    private static void everything(JsonValue value) {
        ContentLimits limits = ContentLimits.DEFAULT.withMaxDepth(ContentLimits.DEEPEST);
        JsonValue read = JsonValue.parse(value.toJson(), limits);
        assertEquals(value, read);
        assertEquals(value.hashCode(), read.hashCode());
        assertEquals(Fingerprint.of(value), Fingerprint.of(read));
        assertEquals(value.toString(), read.toString());
        assertEquals(value, JacksonNodes.read(value.toJsonNode(), limits));
        assertEquals(value, new MergePatch(value).applyTo(JsonNull.NULL));
        assertEquals(value, new MergePatch(read).applyTo(value));
        Content content = Content.of(JsonObject.of("a", innerOf(value)));
        assertEquals(64, content.hash().hex().length());
        assertThrows(InvalidContentException.class, () -> ContentLimits.DEFAULT.check(content));
        limits.check(content);
        JsonPatch patch = JsonPatch.parse("[{\"op\":\"test\",\"path\":\"\",\"value\":1}]");
        assertThrows(InvalidPatchException.class, () -> patch.applyTo(value, limits));
        JsonPointer innermost = innermost(value);
        JsonPatch add = JsonPatch.of(List.of(
                new JsonPatch.Add(innermost, JsonValue.of(1)),
                new JsonPatch.Copy(innermost, innermost.parent().append("0"))));
        assertEquals(
                ContentLimits.DEEPEST, Extent.of(add.applyTo(value, limits)).depth());
    }

    /** A place in the innermost container. */
    private static JsonPointer innermost(JsonValue value) {
        String token = value instanceof JsonArray ? "0" : "a";
        return new JsonPointer(Collections.nCopies(ContentLimits.DEEPEST, token));
    }

    private static JsonValue innerOf(JsonValue value) {
        return value instanceof JsonArray array
                ? array.elements().get(0)
                : ((JsonObject) value).find("a").orElseThrow();
    }

    private static JsonValue nested(int levels, UnaryOperator<JsonValue> around) {
        JsonValue value = JsonNumber.of(1);
        for (int i = 0; i < levels; i++) {
            value = around.apply(value);
        }
        return value;
    }

    private static void onSmallStack(Runnable action) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, action, "small-stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((ignored, problem) -> {
            problem.printStackTrace();
            thrown.add(problem);
        });
        thread.start();
        thread.join();
        assertEquals(List.of(), thrown);
    }
}
