package dev.stet.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.content.MergePatch;
import dev.stet.diff.Diff;
import dev.stet.environment.Pipeline;
import dev.stet.error.StetException;
import dev.stet.merge.Merge;
import dev.stet.merge.References;
import dev.stet.merge.Resolutions;
import dev.stet.schema.JsonSchema;
import dev.stet.schema.SchemaLimits;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

/**
 * Null in place of whatever argument of whatever public method, and null inside of whatever list, is refused by an exception of
 * the library's that says so: of all that hosts make without a store. What is called on a workspace is called by the contract kit.
 */
class NullArgumentsTest {
    private static final Set<String> PACKAGES = Set.of("dev.stet.content", "dev.stet.schema", "dev.stet.ref");
    private static final Set<Class<?>> OTHERS =
            Set.of(Diff.class, Merge.class, References.class, Resolutions.class, Pipeline.class);
    private static final JsonPointer PLACE = JsonPointer.parse("/a");
    private static final Content CONTENT = Content.empty().withSection("a", JsonValue.of("a"));

    /** One of each type that is not made in a moment from others. */
    private static final List<Object> EXAMPLES = List.of(
            "/a",
            1L,
            1,
            true,
            BigDecimal.ONE,
            CONTENT,
            CONTENT.hash(),
            ContentLimits.DEFAULT,
            SchemaLimits.DEFAULT,
            JsonArray.of(JsonObject.of("op", new JsonString("remove")).with("path", new JsonString("/a"))),
            JsonObject.of(),
            StringNode.valueOf("a"),
            PLACE,
            JsonPatch.of(List.of(new JsonPatch.Remove(PLACE))),
            new MergePatch(CONTENT.root()),
            JsonSchema.of(JsonObject.of()),
            Pipeline.of("a"),
            References.none(),
            Resolutions.none(),
            Diff.between(CONTENT, Content.empty()),
            Merge.of(CONTENT, CONTENT, CONTENT),
            Optional.empty(),
            List.of(),
            Set.of(),
            Map.of());

    @Test
    void everyNullIsRefusedInWords() {
        List<String> failures = new ArrayList<>();
        int calls = 0;
        for (Class<?> type : made()) {
            for (Executable call : calls(type)) {
                for (int i = 0; i < call.getParameterCount(); i++) {
                    for (Optional<Object> hostile : hostile(call.getParameterTypes()[i])) {
                        calls++;
                        String wrong = wrong(call, i, hostile);
                        if (!wrong.isEmpty()) {
                            failures.add(call + ", argument " + i + " " + hostile.orElse("null") + ": " + wrong);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(calls > 100, "calls made: " + calls);
    }

    private static List<Class<?>> made() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.stet").stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> PACKAGES.contains(type.getPackageName()) || OTHERS.contains(type))
                        .filter(NullArgumentsTest::isPublic)
                        .filter(type -> !Throwable.class.isAssignableFrom(type) && !type.isEnum())
                        .toList();
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static List<Executable> calls(Class<?> type) {
        Stream<Executable> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isAbstract(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Set.of("equals", "compareTo").contains(method.getName()))
                .map(method -> method);
        Stream<Executable> constructors =
                Modifier.isAbstract(type.getModifiers()) ? Stream.empty() : Stream.of(type.getDeclaredConstructors());
        return Stream.concat(methods, constructors)
                .filter(call -> Modifier.isPublic(call.getModifiers()))
                .toList();
    }

    /** Null, which is told as nothing, and what holds it. */
    private static List<Optional<Object>> hostile(Class<?> type) {
        if (type.isPrimitive()) {
            return List.of();
        }
        if (type == List.class) {
            return List.of(Optional.empty(), Optional.of(Collections.singletonList(null)));
        }
        if (type == Set.class) {
            return List.of(Optional.empty(), Optional.of(Collections.singleton(null)));
        }
        if (type == Map.class) {
            return List.of(Optional.empty(), Optional.of(Collections.singletonMap("a", null)));
        }
        return type.isArray() && !type.getComponentType().isPrimitive()
                ? List.of(Optional.empty(), Optional.of(Array.newInstance(type.getComponentType(), 1)))
                : List.of(Optional.empty());
    }

    private static String wrong(Executable call, int at, Optional<Object> hostile) {
        boolean environments = call.getDeclaringClass() == Pipeline.class;
        @Nullable
        Object[] arguments = Stream.of(call.getParameterTypes())
                .map(type -> environments && type == String.class ? "a" : example(type))
                .toArray();
        arguments[at] = hostile.orElse(null);
        boolean onNothing = call instanceof Constructor || Modifier.isStatic(call.getModifiers());
        Object on = onNothing ? call : example(call.getDeclaringClass());
        try {
            if (call instanceof Method method) {
                method.invoke(on, arguments);
            } else {
                ((Constructor<?>) call).newInstance(arguments);
            }
            return "was answered";
        } catch (InvocationTargetException thrown) {
            boolean told = thrown.getCause() instanceof StetException refusal
                    && refusal.getMessage().contains("null");
            return told ? "" : "threw " + thrown.getCause();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    private static Object example(Class<?> type) {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            if (!type.getComponentType().isPrimitive()) {
                Array.set(array, 0, example(type.getComponentType()));
            }
            return array;
        }
        return EXAMPLES.stream()
                .filter(example -> boxed(type).isInstance(example))
                .findFirst()
                .orElseGet(() -> madeUp(type));
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }

    /** By a public factory or constructor of its own, or with nothing behind it. */
    private static Object madeUp(Class<?> type) {
        if (type.isInterface() && !type.isSealed()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        List<Executable> makers = new ArrayList<>();
        Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .forEach(makers::add);
        Collections.addAll(makers, type.getConstructors());
        return makers.stream()
                .map(NullArgumentsTest::answer)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test has yet to be given an example of " + type));
    }

    private static Optional<Object> answer(Executable maker) {
        Object[] arguments = Stream.of(maker.getParameterTypes())
                .map(NullArgumentsTest::example)
                .toArray();
        try {
            return Optional.of(
                    maker instanceof Method method
                            ? method.invoke(maker, arguments)
                            : ((Constructor<?>) maker).newInstance(arguments));
        } catch (ReflectiveOperationException refused) {
            return Optional.empty();
        }
    }
}
