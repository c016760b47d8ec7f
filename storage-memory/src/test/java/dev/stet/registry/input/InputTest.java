package dev.stet.registry.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Cursor;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.AccessDeniedException;
import dev.stet.access.Actor;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.Identities;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.error.InvalidInputException;
import dev.stet.error.StetException;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolutions;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.registry.FrontDesk;
import dev.stet.registry.input.HostileArguments.Broken;
import dev.stet.registry.input.HostileArguments.Hostile;
import dev.stet.registry.input.HostileArguments.Text;
import dev.stet.retention.RetentionPlan;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.Storage;
import dev.stet.storage.StorageException;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Publish;
import dev.stet.version.VersionFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is given to whatever public call: what is malformed is refused before permission is asked and before the store
 * hears of it, and everything else has an answer or a refusal that is safe to log. The calls are found by reflection.
 */
class InputTest extends FrontDesk {
    /** Parameters that take a text of any form, by call and index; every other text that a call takes names an environment. */
    private static final Set<String> PROSE =
            Set.of("Drafts.rename 1", "Environments.empty 1", "Environments.freeze 1", "Environments.unfreeze 1");

    /** A public call: a method of a workspace, or of something that a workspace hands out. */
    private record Call(Object on, Method method) {
        String name() {
            return on.getClass().getSimpleName() + "." + method.getName();
        }
    }

    @Promise({9, 10})
    @Test
    void whateverIsGivenIsAnsweredOrRefusedInWordsThatAreSafeToLog() {
        HostileArguments arguments = scene();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        Stet stet = Stet.on(counting(store(), sent))
                .pipeline(PIPELINE)
                .access(request -> asked.incrementAndGet() > 0)
                .build();
        List<String> failures = new ArrayList<>();
        int calls = 0;
        for (Call call : calls(stet.workspace(ACME, Actor.of("ana")), arguments)) {
            for (int i = 0; i < call.method().getParameterCount(); i++) {
                int at = i;
                Text text = PROSE.contains(call.name() + " " + i) ? Text.PROSE : Text.ENVIRONMENT;
                for (Hostile hostile : arguments.hostile(call.method().getGenericParameterTypes()[i], text)) {
                    asked.set(0);
                    sent.set(0);
                    calls++;
                    String wrong =
                            wrong(hostile, () -> arguments.called(call.method(), call.on(), at, hostile.maker()));
                    boolean late = hostile.malformed() && asked.get() + sent.get() > 0;
                    if (!wrong.isEmpty() || late) {
                        failures.add(call.name() + " with " + hostile.what() + ": " + wrong
                                + (late ? " after " + asked + " questions and " + sent + " statements" : ""));
                    }
                }
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(calls > 1_000, "calls made: " + calls);
        assertEquals(DESK, ana().agents().get(DESK).id());
    }

    /** Every call asks first, the next one too. */
    @Promise(9)
    @Test
    void whoMayDoNothingIsRefusedByEveryCallBeforeTheStoreHearsOfIt() {
        HostileArguments arguments = scene();
        AtomicInteger sent = new AtomicInteger();
        Stet denying = Stet.on(counting(store(), sent))
                .pipeline(PIPELINE)
                .access(request -> false)
                .build();
        List<String> failures = new ArrayList<>();
        for (Call call : calls(denying.workspace(ACME, Actor.of("ben")), arguments)) {
            try {
                Object answer =
                        HostileArguments.made(() -> call.method().invoke(call.on(), arguments.examples(call.method())));
                if (!isHandle(answer.getClass())) {
                    failures.add(call.name() + " answered " + answer);
                }
            } catch (AccessDeniedException refusal) {
                if (sent.getAndSet(0) > 0) {
                    failures.add(call.name() + " asked late");
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    /** What is wrong with how a call took what it was given; empty when nothing is. */
    private static String wrong(Hostile hostile, Runnable call) {
        try {
            call.run();
            return hostile.malformed() ? "was taken" : "";
        } catch (StetException refusal) {
            boolean ofForm = refusal instanceof InvalidInputException || refusal instanceof InvalidContentException;
            boolean right = hostile.malformed() ? ofForm : !(refusal instanceof StorageException);
            return (right ? "" : "ended in " + refusal) + unsafe(refusal);
        } catch (Broken failure) {
            return "ended in " + failure.getCause();
        }
    }

    private static String unsafe(StetException refusal) {
        Stream<String> said = Stream.concat(
                Stream.of(refusal.getMessage(), refusal.toString()),
                findings(refusal).stream().map(Finding::message));
        return said.filter(text -> text.length() > 10_000 || text.codePoints().anyMatch(InputTest::acts))
                .findFirst()
                .map(text -> " says what is not safe to log: "
                        + text.codePoints().boxed().limit(200).toList())
                .orElse("");
    }

    private static List<Finding> findings(StetException refusal) {
        try {
            Object findings = refusal.getClass().getMethod("findings").invoke(refusal);
            return ((List<?>) findings).stream().map(Finding.class::cast).toList();
        } catch (ReflectiveOperationException none) {
            return List.of();
        }
    }

    /** What breaks a line, steers a terminal or turns the direction of reading; and half of a surrogate pair. */
    private static boolean acts(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static List<Call> calls(Workspace workspace, HostileArguments arguments) {
        List<Call> calls = new ArrayList<>();
        for (Method method : publicMethods(Workspace.class)) {
            calls.add(new Call(workspace, method));
            Class<?> handle = method.getReturnType();
            if (isHandle(handle) && handle != Workspace.class) {
                Object on = HostileArguments.made(() -> method.invoke(workspace, arguments.examples(method)));
                publicMethods(handle).forEach(call -> calls.add(new Call(on, call)));
            }
        }
        return calls;
    }

    /** Whether calls can be made on it, as on {@link Workspace} and on what that hands out. */
    private static boolean isHandle(Class<?> type) {
        return type.getPackageName().equals("dev.stet") && !type.isRecord() && type.getConstructors().length == 0;
    }

    private static List<Method> publicMethods(Class<?> handle) {
        return Stream.of(handle.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static Storage counting(Storage store, AtomicInteger sent) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, given) -> {
                    sent.incrementAndGet();
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    /** An agent with a version that serves the sandbox beside a page, an open draft, and another agent with the same. */
    private HostileArguments scene() {
        Draft draft = history(DESK);
        AgentId other = AgentId.of("back-office");
        history(other);
        Map<Class<?>, Object> examples = new HashMap<>();
        examples.put(String.class, "sandbox");
        examples.put(long.class, 1L);
        examples.put(int.class, 1);
        examples.put(boolean.class, true);
        examples.put(Boolean.class, true);
        examples.put(OptionalLong.class, OptionalLong.of(1));
        examples.put(Instant.class, Instant.EPOCH);
        examples.put(Duration.class, Duration.ofDays(1));
        examples.put(AgentId.class, DESK);
        examples.put(DraftId.class, draft.id());
        examples.put(DraftRef.class, draft.ref());
        examples.put(RequestId.class, RequestId.of("request"));
        examples.put(VersionId.class, VersionId.of("version"));
        examples.put(WorkspaceId.class, ACME);
        examples.put(PageRef.class, new PageRef("sandbox", 1));
        examples.put(Range.class, Range.first(1));
        examples.put(Content.class, GREETING);
        examples.put(JsonValue.class, JsonValue.of("Hello."));
        examples.put(JsonObject.class, GREETING.root());
        examples.put(JsonPointer.class, JsonPointer.parse("/prompt"));
        examples.put(JsonPatch.class, JsonPatch.parse("[]"));
        examples.put(Identities.class, Identities.byDefault());
        examples.put(PageEdit.class, PageEdit.variables(GREETING));
        examples.put(Resolutions.class, Resolutions.none());
        examples.put(MergePlan.class, drafts().planMerge(draft.id(), draft.id()));
        examples.put(PagePlan.class, ana().pages(DESK).planRestore("sandbox", 0));
        examples.put(RetentionPolicy.class, RetentionPolicy.keepingAll());
        examples.put(RetentionPlan.class, ana().retention(DESK).plan(RetentionPolicy.keepingAll()));
        return new HostileArguments(examples, cursors(other));
    }

    private Draft history(AgentId agent) {
        Workspace ana = ana();
        Draft first = ana.agents()
                .create(NewAgent.named(agent.equals(DESK) ? "Front desk" : "Back office")
                        .id(agent)
                        .content(GREETING))
                .draft();
        ana.drafts(agent).publish(Publish.draft(first.ref()).deployTo("sandbox"));
        ana.pages(agent).edit(new PageRef("sandbox", 0), PageEdit.variables(GREETING));
        ana.drafts(agent).open(NewDraft.blank("Other"));
        return ana.drafts(agent).open(NewDraft.from(Ref.version(1), "Next"));
    }

    /** Cursors of lists of another agent, and of other lists of agents than one call will ask for. */
    private List<Cursor> cursors(AgentId other) {
        Map<String, Cursor> cursors = new LinkedHashMap<>();
        Range one = Range.first(1);
        cursors.put(
                "agents",
                ana().agents()
                        .list(AgentFilter.all(), AgentOrder.BY_NAME, one)
                        .next()
                        .orElseThrow());
        cursors.put("audit", ana().audit().of(other, one).next().orElseThrow());
        cursors.put("drafts", ana().drafts(other).list(one).next().orElseThrow());
        assertTrue(ana().versions(other).list(VersionFilter.all(), one).next().isEmpty());
        return List.copyOf(cursors.values());
    }
}
