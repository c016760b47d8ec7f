package dev.stet.storage.jdbc.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that stand in front of others and see every call. */
final class Forwarding {
    private Forwarding() {}

    /** What is done about a call. */
    interface Handler {
        @Nullable
        Object on(Call call) throws Throwable;
    }

    /** One call, not made yet. */
    static final class Call {
        private final Object target;
        private final Method method;
        private final @Nullable Object @Nullable [] arguments;

        private Call(Object target, Method method, @Nullable Object @Nullable [] arguments) {
            this.target = target;
            this.method = method;
            this.arguments = arguments;
        }

        String name() {
            return method.getName();
        }

        /** In their order; none of them may be null. */
        List<Object> arguments() {
            return arguments == null ? List.of() : List.of(arguments);
        }

        int argumentCount() {
            return arguments == null ? 0 : arguments.length;
        }

        /** One of the arguments in writing. */
        String text(int position) {
            Object argument = arguments == null ? null : arguments[position];
            return String.valueOf(argument);
        }

        /** Makes the call. Throws what it throws. */
        @Nullable
        Object proceed() throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        @Override
        public String toString() {
            return name() + Arrays.toString(arguments);
        }
    }

    @SuppressWarnings("ReferenceEquality") // What a proxy equals is itself.
    static <T> T to(T target, Class<T> type, Handler handler) {
        Object proxy = Proxy.newProxyInstance(
                Forwarding.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class
                            && method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    return handler.on(new Call(target, method, arguments));
                });
        return type.cast(proxy);
    }
}
