package dev.stet.registry.page;

import dev.stet.ConfigPages;
import dev.stet.content.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All texts that can be had of an answer or an exception: of itself, and of whatever its public methods lead to. */
final class Said {
    private final List<String> texts = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Said() {}

    static List<String> by(Object answer) {
        Said said = new Said();
        said.open.push(answer);
        while (!said.open.isEmpty()) {
            said.hear(said.open.pop());
        }
        return said.texts;
    }

    private void hear(Object thing) {
        if (!seen.add(thing)) {
            return;
        }
        if (thing instanceof byte[] bytes) {
            texts.add(new String(bytes, StandardCharsets.UTF_8));
            return;
        }
        texts.add(thing.toString());
        if (thing instanceof Optional<?> found) {
            found.ifPresent(open::push);
        } else if (thing instanceof Collection<?> all) {
            all.forEach(open::push);
        } else if (thing instanceof Map<?, ?> all) {
            all.forEach((key, value) -> {
                open.push(key);
                open.push(value);
            });
        } else if (!(thing instanceof JsonValue) && !(thing instanceof Enum)) {
            ask(thing);
        }
        if (thing instanceof Throwable failure && failure.getCause() != null) {
            open.push(failure.getCause());
        }
    }

    private void ask(Object thing) {
        for (Class<?> type : types(thing.getClass())) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && method.getReturnType() != ConfigPages.class) {
                    ask(thing, method);
                }
            }
        }
    }

    private void ask(Object thing, Method method) {
        try {
            Object answer = method.invoke(thing);
            if (answer != null) {
                open.push(answer);
            }
        } catch (InvocationTargetException refused) {
            open.push(refused.getTargetException());
        } catch (IllegalAccessException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    /** The public types of ours that a class is. */
    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            all.add(next);
            all.addAll(List.of(next.getInterfaces()));
        }
        all.removeIf(each -> !each.getName().startsWith("dev.stet.") || !isPublic(each));
        return all;
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
