package dev.stet.registry.request;

import dev.stet.content.Content;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.ref.VersionId;
import dev.stet.storage.tck.oracle.Command;
import dev.stet.version.Publish;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Commands that differ from another one in a single argument, wherever that stands: found by reflection over records. */
final class Variants {
    private static final Content OTHER = Content.parse("{\"another\":\"content\"}");
    private static final DraftId NOBODYS = DraftId.of("another");

    /** What may stand in the place of a value of one of these types. */
    private static final Map<Class<?>, List<?>> OTHERS = Map.of(
            Content.class, List.of(OTHER),
            Edit.class, List.of(Edit.content(OTHER), Edit.removeSection("goal"), Edit.sections(OTHER.root())),
            PageEdit.class, List.of(PageEdit.variables(OTHER), PageEdit.schema(OTHER)),
            JsonPatch.class, List.of(JsonPatch.parse("[{\"op\":\"remove\",\"path\":\"/notes\"}]")),
            Ref.class, List.of(Ref.version(7), Ref.draft(NOBODYS), Ref.content(OTHER)),
            Replacing.class, List.of(Replacing.nothing(), Replacing.deployment(7)),
            RollBack.Target.class, List.of(new RollBack.Target.Numbered(7), new RollBack.Target.Version(7)),
            Promote.Source.class, List.of(new Promote.Source.Numbered(7), new Promote.Source.ActiveIn("live")),
            Publish.Deploying.class,
                    List.of(new Publish.Deploying.Nowhere(), new Publish.Deploying.AsThePipelineSays()));

    /** One value of each type that an option may be of. */
    private static final Map<Class<?>, Object> GIVEN = Map.of(
            String.class,
            "other",
            Boolean.class,
            true,
            DraftId.class,
            NOBODYS,
            VersionId.class,
            VersionId.of("another"),
            Set.class,
            Set.of("other"),
            Ref.class,
            Ref.version(7));

    private Variants() {}

    /** All of one command, for the same agent. */
    static List<Command> of(Command command) {
        return ofRecord((Record) command).stream()
                .map(Command.class::cast)
                .filter(other -> other.key().equals(command.key()) && other.action() == command.action())
                .toList();
    }

    private static List<Record> ofRecord(Record whole) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        List<Record> variants = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            for (Object other : ofValue(value(whole, components[i]), components[i].getGenericType())) {
                Object[] values = Arrays.stream(components)
                        .map(component -> value(whole, component))
                        .toArray();
                values[i] = other;
                variants.add(made(whole.getClass(), components, values));
            }
        }
        return variants;
    }

    private static List<?> ofValue(Object value, Type type) {
        if (value instanceof Optional<?> option) {
            Type inner = ((ParameterizedType) type).getActualTypeArguments()[0];
            return option.isPresent()
                    ? Stream.concat(
                                    Stream.of(Optional.empty()),
                                    ofValue(option.get(), inner).stream().map(Optional::of))
                            .toList()
                    : given(inner).stream().map(Optional::of).toList();
        }
        if (value instanceof OptionalLong number) {
            return List.of(number.isPresent() ? OptionalLong.empty() : OptionalLong.of(7));
        }
        if (value instanceof String text) {
            return List.of(text + "x");
        }
        if (value instanceof Long number) {
            return List.of(number + 1);
        }
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (value instanceof Set<?> some) {
            Set<Object> more = new HashSet<>(some);
            more.add("other");
            return List.of(more);
        }
        List<Object> others = new ArrayList<>();
        OTHERS.forEach((known, instead) -> {
            if (known.isInstance(value)) {
                instead.stream().filter(other -> !other.equals(value)).forEach(others::add);
            }
        });
        if (value instanceof Record nested && !(value instanceof JsonValue)) {
            others.addAll(ofRecord(nested));
        }
        return others;
    }

    /** The ids of new agents are not among them: by these the call is told to be about another agent. */
    private static List<?> given(Type type) {
        Class<?> wanted = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (wanted.isEnum()) {
            return List.of(wanted.getEnumConstants()[0]);
        }
        return wanted == AgentId.class ? List.of() : List.of(GIVEN.get(wanted));
    }

    private static Object value(Record whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError("every part of a command can be read, but not " + component, failure);
        }
    }

    private static Record made(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError("every command can be made of its parts, but not " + type, failure);
        }
    }
}
