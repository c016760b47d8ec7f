package dev.stet.registry.input;

import dev.stet.Cursor;
import dev.stet.draft.Edit;
import dev.stet.error.StetException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of any type that a public call takes: a sound one, and sound ones with one thing in them that no caller should
 * give. They are made by reflection, so that a new call, and a new part of a command, is held to the same as the others.
 */
final class HostileArguments {
    /**
     * Something that no caller should give.
     *
     * @param what it is, and where
     * @param malformed whether it must be refused by its form alone; otherwise an answer, or a refusal that says why, is right
     * @param maker makes it; may itself be refused
     */
    record Hostile(String what, boolean malformed, Maker maker) {
        private boolean isNull() {
            return equals(NULL);
        }

        private Hostile in(String place, UnaryOperator<Maker> around) {
            return new Hostile(place + " " + what, malformed, around.apply(maker));
        }
    }

    /** Makes an argument. */
    interface Maker {
        @Nullable
        Object make();
    }

    /** Which kind of text a parameter takes. */
    enum Text {
        PROSE,
        ENVIRONMENT,
        /** What JSON may name: U+0000 and line breaks are right there. */
        MEMBER
    }

    private static final Hostile NULL = new Hostile("null", true, () -> null);
    private static final Set<String> ENVIRONMENTS = Set.of("environment", "target", "servedIn");
    private static final List<Long> NUMBERS = List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    private static final String FORGED = "forged\r\nINFO\u001b[2J\u202elive\u200b";

    private final Map<Class<?>, Object> examples;
    private final List<Cursor> foreign;

    /**
     * @param examples sound ones of those types of which none can be made up
     * @param foreign cursors of lists that no call will be about
     */
    HostileArguments(Map<Class<?>, Object> examples, List<Cursor> foreign) {
        this.examples = examples;
        this.foreign = foreign;
    }

    /** A sound argument. */
    Object example(Type type) {
        Class<?> raw = raw(type);
        Object known = examples.get(raw);
        if (known != null) {
            return known;
        }
        if (raw == Optional.class) {
            return Optional.of(example(inner(type)));
        }
        if (raw == Set.class || raw == List.class) {
            Object element = example(inner(type));
            return raw == Set.class ? Set.of(element) : List.of(element);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed() && raw.isInterface()) {
            return example(raw.getPermittedSubclasses()[0]);
        }
        if (raw.isRecord()) {
            Constructor<?> canonical = canonical(raw);
            return made(() -> canonical.newInstance(examples(canonical)));
        }
        throw new IllegalStateException(
                "Expected to know a sound argument of " + type + ", found none. Add one to the examples of InputTest.");
    }

    /** Sound arguments for a call. */
    @Nullable
    Object[] examples(Executable call) {
        return Stream.of(call.getGenericParameterTypes()).map(this::example).toArray();
    }

    /** Everything hostile that an argument of a type may be, or hold. */
    List<Hostile> hostile(Type type, Text text) {
        Class<?> raw = raw(type);
        List<Hostile> hostile = new ArrayList<>();
        if (!raw.isPrimitive()) {
            hostile.add(NULL);
        }
        if (raw == String.class) {
            hostile.addAll(texts(text));
        } else if (raw == long.class) {
            NUMBERS.forEach(number -> hostile.add(new Hostile("" + number, false, () -> number)));
        } else if (raw == int.class) {
            NUMBERS.forEach(number -> hostile.add(new Hostile("" + number, false, () -> clamped(number))));
        } else if (raw == OptionalLong.class) {
            NUMBERS.forEach(number -> hostile.add(new Hostile("" + number, false, () -> OptionalLong.of(number))));
        } else if (raw == Instant.class) {
            hostile.add(new Hostile("the first instant", false, () -> Instant.MIN));
            hostile.add(new Hostile("the last instant", false, () -> Instant.MAX));
        } else if (raw == Duration.class) {
            hostile.add(new Hostile("the shortest duration", false, () -> Duration.ofSeconds(Long.MIN_VALUE)));
            hostile.add(new Hostile("the longest duration", false, () -> Duration.ofSeconds(Long.MAX_VALUE)));
        } else if (raw == Cursor.class) {
            hostile.addAll(cursors());
        } else if (raw == Optional.class) {
            hostile(inner(type), text).stream()
                    .filter(inside -> !inside.isNull())
                    .forEach(inside ->
                            hostile.add(inside.in("present", maker -> () -> Optional.ofNullable(maker.make()))));
        } else if (raw == Set.class || raw == List.class) {
            hostile(inner(type), text)
                    .forEach(inside -> hostile.add(inside.in("element", maker -> () -> collection(raw, maker.make()))));
        } else if (raw.getPackageName().startsWith("dev.stet")
                && !raw.getPackageName().equals("dev.stet.content")) {
            hostile.addAll(composed(raw));
        }
        return hostile;
    }

    private List<Hostile> composed(Class<?> raw) {
        List<Hostile> hostile = new ArrayList<>();
        if (raw.isSealed() && raw.isInterface()) {
            Stream.of(raw.getPermittedSubclasses()).forEach(sort -> hostile.addAll(components(sort)));
            hostile.addAll(factories(raw));
        } else if (!raw.isEnum() && !raw.isPrimitive()) {
            hostile.addAll(components(raw));
            hostile.addAll(factories(raw));
        }
        return hostile;
    }

    /** A record with one component replaced. Of what Stet itself has made, to be given back, only that nothing is missing. */
    private List<Hostile> components(Class<?> record) {
        List<Hostile> hostile = new ArrayList<>();
        if (!record.isRecord()) {
            return hostile;
        }
        boolean plan = record.getSimpleName().endsWith("Plan");
        Object example = example(record);
        RecordComponent[] components = record.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            String name = components[i].getName();
            Text text = Edit.class.equals(record.getEnclosingClass())
                    ? Text.MEMBER
                    : ENVIRONMENTS.contains(name) ? Text.ENVIRONMENT : Text.PROSE;
            List<Hostile> nothing = components[i].getType().isPrimitive() ? List.of() : List.of(NULL);
            for (Hostile part : plan ? nothing : hostile(components[i].getGenericType(), text)) {
                hostile.add(part.in(record.getSimpleName() + "." + name, maker -> () -> {
                    @Nullable
                    Object[] parts = Stream.of(components)
                            .map(component -> made(() -> component.getAccessor().invoke(example)))
                            .toArray();
                    parts[at] = maker.make();
                    return made(() -> canonical(record).newInstance(parts));
                }));
            }
        }
        return hostile;
    }

    /** What is malformed, given to the methods that make one of these or another one of it. */
    private List<Hostile> factories(Class<?> made) {
        List<Hostile> hostile = new ArrayList<>();
        boolean ofJson = Stream.of(made.getMethods())
                .flatMap(method -> Stream.of(method.getParameterTypes()))
                .anyMatch(type -> type.getSimpleName().startsWith("Json")
                        || type.getSimpleName().equals("Resolution"));
        for (Method method : made.getMethods()) {
            if (method.getReturnType() != made || method.getParameterCount() == 0 || method.isBridge()) {
                continue;
            }
            Type[] types = method.getGenericParameterTypes();
            for (int i = 0; i < types.length; i++) {
                int at = i;
                boolean covered = raw(types[i]).isRecord() || (ofJson && types[i].equals(String.class));
                for (Hostile part : covered ? List.of(NULL) : hostile(types[i], Text.PROSE)) {
                    if (part.malformed()) {
                        hostile.add(part.in(
                                made.getSimpleName() + "." + method.getName(),
                                maker -> () -> called(
                                        method,
                                        Modifier.isStatic(method.getModifiers()) ? null : example(made),
                                        at,
                                        maker)));
                    }
                }
            }
        }
        return hostile;
    }

    /** Calls a method with sound arguments but one. */
    @Nullable
    Object called(Method method, @Nullable Object of, int at, Maker hostile) {
        @Nullable Object[] arguments = examples(method);
        arguments[at] = hostile.make();
        return made(() -> method.invoke(of, arguments));
    }

    private static List<Hostile> texts(Text text) {
        List<Hostile> texts = new ArrayList<>();
        boolean malformed = text != Text.MEMBER;
        texts.add(new Hostile("U+0000", malformed, () -> "li\u0000ve"));
        texts.add(new Hostile("a high surrogate at the end", malformed, () -> "live\ud800"));
        texts.add(new Hostile("a low surrogate", malformed, () -> "\udc00live"));
        texts.add(new Hostile("a forged line", malformed, () -> FORGED));
        boolean name = text == Text.ENVIRONMENT;
        texts.add(new Hostile(
                "a pair on the edge of what is shown", name, () -> "x".repeat(79) + "\ud83d\ude00".repeat(9)));
        texts.add(new Hostile("a long text", name, () -> "x".repeat(1 << 20)));
        texts.add(new Hostile("an empty text", name, () -> ""));
        if (name) {
            for (String odd :
                    List.of("sandbox ", " sandbox", "Sandbox", "sandb\u00f6x", "\uff53andbox", "sandbox\u00a0")) {
                texts.add(new Hostile("'" + odd + "'", true, () -> odd));
            }
        }
        return texts;
    }

    private List<Hostile> cursors() {
        List<Hostile> cursors = new ArrayList<>();
        for (String token : List.of("", "made up", "AAAA", "\u0000", FORGED, "x".repeat(1 << 20))) {
            cursors.add(new Hostile("a cursor that is none", true, () -> new Cursor(token)));
        }
        foreign.forEach(cursor -> cursors.add(new Hostile("a cursor of another list", true, () -> cursor)));
        return cursors;
    }

    private static int clamped(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    private static Object collection(Class<?> raw, @Nullable Object element) {
        List<@Nullable Object> one = Arrays.asList(element);
        return raw == Set.class ? new HashSet<>(one) : Collections.unmodifiableList(one);
    }

    private static Constructor<?> canonical(Class<?> record) {
        Class<?>[] types = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getConstructor(types);
        } catch (NoSuchMethodException hidden) {
            throw new IllegalStateException(record + " must have a public canonical constructor", hidden);
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : (Class<?>) type;
    }

    private static Type inner(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** Something done by reflection. */
    interface Reflection<T> {
        T done() throws ReflectiveOperationException;
    }

    /** What was done by reflection; its failures are those of what was called. */
    static <T> T made(Reflection<T> reflection) {
        try {
            return reflection.done();
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof StetException refusal) {
                throw refusal;
            }
            throw new Broken(failed.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException wrong) {
            throw new IllegalStateException("a public member must be callable", wrong);
        }
    }

    /** A call ended in something that is no refusal. */
    @SuppressWarnings("serial")
    static final class Broken extends RuntimeException {
        Broken(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
