package dev.stet.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import dev.stet.error.InvalidInputException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Null in place of whatever argument of whatever public method is refused as the core refuses it. */
class NullArgumentsTest {
    private static final Diff DIFF = Diff.between(Content.empty(), Content.empty());
    private static final List<Object> EXAMPLES = List.of(
            DIFF,
            "a",
            HtmlPage.of(DIFF, "a"),
            Side.named("a"),
            UnifiedText.PLAIN,
            new StringWriter(),
            Optional.empty(),
            Instant.EPOCH);

    @Test
    void everyNullIsRefusedInWords() {
        List<Executable> refusals = new ArrayList<>();
        for (Class<?> type : List.of(HtmlPage.class, UnifiedText.class, Side.class)) {
            for (Method method : type.getDeclaredMethods()) {
                boolean ours = Modifier.isPublic(method.getModifiers())
                        && !method.getName().equals("equals")
                        && !method.getName().equals("valueOf");
                for (int i = 0; ours && i < method.getParameterCount(); i++) {
                    refusals.add(refusal(method, i));
                }
            }
        }
        refusals.add(() -> new Side("a", Optional.empty(), Optional.empty()).name());
        assertTrue(refusals.size() > 10, "calls made: " + refusals.size());
        assertAll(refusals);
    }

    private static Executable refusal(Method method, int at) {
        @Nullable
        Object[] arguments = Stream.of(method.getParameterTypes())
                .map(NullArgumentsTest::example)
                .toArray();
        arguments[at] = null;
        return () -> {
            InvocationTargetException thrown = assertThrows(
                    InvocationTargetException.class,
                    () -> method.invoke(example(method.getDeclaringClass()), arguments),
                    method.toString());
            assertEquals(InvalidInputException.class, thrown.getCause().getClass(), method.toString());
        };
    }

    private static @Nullable Object example(Class<?> type) {
        return EXAMPLES.stream().filter(type::isInstance).findFirst().orElse(null);
    }
}
