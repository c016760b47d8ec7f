package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.ConfigPages;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.Finding;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.error.StetException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRefusedException;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a schema marks {@code writeOnly} is stored and served, and told to nobody else. */
class PageSecretTest extends SecretPageDesk {
    /** The same with nothing marked: whoever may change the schema may do that. */
    private static final Content OPEN = Content.parse(SCHEMA.toJson().replace("\"writeOnly\":true,", ""));

    private final List<String> told = new ArrayList<>();

    @Override
    protected Stet.Builder declared() {
        return super.declared().pageNeeds(JsonPointer.parse("/needs"));
    }

    /** Broken in every marked place, in ways that name values gladly. */
    private static Content broken(String secret) {
        return Content.parse(
                ("{\"key\":\"" + "$".repeat(6) + "\",\"lines\":[{\"name\":\"one\",\"token\":{\"$\":\"$\"}},"
                                + "{\"token\":[\"$\"]}],\"vault\":{\"$\":[\"$\"]}}")
                        .replace("$", secret));
    }

    private static String secret(Random random) {
        return "s" + Long.toString(random.nextLong(1L << 50, 1L << 60), 36);
    }

    private void tell(Object said) {
        told.add(said.toString());
    }

    private void refused(Supplier<?> call) {
        try {
            tell(call.get());
        } catch (PageRefusedException refusal) {
            tell(refusal);
            tell(refusal.findings());
            return;
        }
        throw new AssertionError("what breaks its schema must be refused, but " + told.get(told.size() - 1));
    }

    private void shown(PageDiff diff) {
        for (var part : List.of(diff.variables(), diff.schema())) {
            tell(part);
            tell(part.from().toJson());
            tell(part.to().toJson());
            tell(part.changes());
            tell(part.sections());
            tell(part.patch());
        }
    }

    private void planned(PagePlan plan) {
        tell(plan);
        shown(plan.diff());
        plan.problem().ifPresent(problem -> {
            tell(problem);
            tell(problem.refusal());
        });
    }

    private void onRecord() {
        List<AuditEntry> trail = ana().audit().of(DESK, Range.first(99)).items();
        assertFalse(trail.isEmpty());
        tell(trail);
        for (ConfigPage page : pages().list()) {
            if (!page.schema().equals(OPEN)) {
                told.addAll(Said.by(page));
            }
            for (PageRevision revision : history(page.environment())) {
                tell(revision);
            }
        }
    }

    @RepeatedTest(3)
    void whatIsMarkedIsToldNowhere(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            secrets.add(secret(random));
        }
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        ConfigPage first =
                edited("sandbox", PageEdit.variables(with(secrets.get(0))).withSchema(SCHEMA));
        assertEquals(
                with(secrets.get(0)).toJson(),
                pages().inClearText().get("sandbox").variables().toJson());
        assertEquals(with(secrets.get(0)), ana().resolve(DESK, "sandbox").variables());
        PageEdit next = PageEdit.variables(with(secrets.get(1)));
        tell(next);
        planned(pages().planEdit("sandbox", next));
        ConfigPage second = edited("sandbox", next);
        shown(pages().diff(first.ref(), second.ref()));
        shown(pages().diff(second.ref(), first.ref()));
        shown(pages().diff(new PageRef("sandbox", 0), second.ref()));
        shown(pages().diff(second.ref(), new PageRef("live", 0)));
        planned(pages().planRestore("sandbox", 1));
        planned(pages().planCopy("sandbox", "live"));
        ConfigPage copied = changed(pages().copy(second.ref(), page("live").ref()));
        tell(copied);
        breaks(second, broken(secrets.get(2)));
        needs(second);
        planned(pages().planEdit("sandbox", PageEdit.schema(OPEN)));
        ConfigPage open =
                edited("sandbox", PageEdit.variables(with(secrets.get(3))).withSchema(OPEN));
        shown(pages().diff(second.ref(), open.ref()));
        shown(pages().diff(open.ref(), first.ref()));
        planned(pages().planRestore("sandbox", 2));
        planned(pages().planCopy("live", "sandbox"));
        onRecord();
        assertTrue(told.size() > 100);
        for (String secret : secrets) {
            for (String said : told) {
                assertFalse(said.contains(secret), () -> "a secret was told: " + secret + " in " + said);
            }
        }
    }

    private void breaks(ConfigPage page, Content broken) {
        for (PageEdit edit : List.of(
                PageEdit.variables(broken),
                PageEdit.mergePatch(broken.root()),
                PageEdit.shallowMerge(broken.root()),
                PageEdit.variables(broken).withSchema(OPEN))) {
            refused(() -> pages().edit(page.ref(), edit));
            planned(pages().planEdit("sandbox", edit));
        }
    }

    /** What a version needs may be at odds with what is marked: in the schema that holds, or in the one before. */
    private void needs(ConfigPage page) {
        Content needs = Content.parse("{\"properties\":{\"key\":{\"enum\":[\"none\"]},\"lines\":{\"items\":{"
                + "\"properties\":{\"token\":{\"pattern\":\"^never$\"}}}},\"vault\":{\"maxProperties\":0,"
                + "\"propertyNames\":{\"maxLength\":2},\"additionalProperties\":false}}}");
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Needs"));
        draft = drafts().save(draft.ref(), Edit.section("needs", needs.root())).draft();
        drafts().publish(Publish.draft(draft.ref()));
        List<Finding> unmet = environments().unmetNeeds(2, "sandbox");
        assertTrue(unmet.size() > 3, unmet::toString);
        tell(unmet);
        refused(() -> environments().deploy(Deploy.version(2, "sandbox")));
        Content harmless = Content.empty().withSection("key", JsonValue.of("none"));
        edited("pre-release", PageEdit.variables(harmless).withSchema(SCHEMA));
        Stet anywhere = declared()
                .pipeline(Pipeline.of("sandbox", "pre-release", "live").entries("pre-release"))
                .build();
        ana(anywhere).environments(DESK).deploy(Deploy.version(2, "pre-release"));
        PageRef served = page("pre-release").ref();
        refused(() -> pages().copy(page.ref(), served));
        planned(pages().planCopy("sandbox", "pre-release"));
        PageEdit opened = PageEdit.variables(clear(page)).withSchema(OPEN);
        refused(() -> pages().edit(served, opened));
        planned(pages().planEdit("pre-release", opened));
        planned(pages().planEdit("pre-release", PageEdit.variables(clear(page))));
    }

    @Test
    void whatIsMarkedShowsThatItIsThereAndThatItChanged() {
        created();
        ConfigPage first = edited("live", PageEdit.variables(with("one")).withSchema(SCHEMA));
        Content masked = pages().get("live").variables();
        assertEquals(
                Content.parse(
                        "{\"phone\":\"112\",\"key\":\"(hidden)\",\"lines\":[{\"name\":\"one\",\"token\":\"(hidden)\"},"
                                + "{\"name\":\"two\",\"token\":\"(hidden)\"}],\"vault\":\"(hidden)\"}"),
                masked);
        ConfigPage second = edited(
                "live",
                PageEdit.mergePatch(
                        Content.parse("{\"key\":\"two\",\"phone\":\"110\"}").root()));
        PageDiff diff = pages().diff(first.ref(), second.ref());
        assertEquals(masked, diff.variables().from());
        assertEquals(
                masked.withSection("key", JsonValue.of(PageDiff.HIDDEN_CHANGED))
                        .withSection("phone", JsonValue.of("110")),
                diff.variables().to());
    }

    /** A hash of the whole would tell a secret of a few digits to whoever tries them all. */
    @Test
    void aHashIsThatOfWhatIsShown() {
        created();
        ConfigPage first = edited("live", PageEdit.variables(with("one")).withSchema(SCHEMA));
        PageRevision shown = history("live").get(0);
        PageRevision clear =
                pages().inClearText().history("live", Range.first(1)).items().get(0);
        assertEquals(pages().get(first.ref()).variables().hash(), shown.variables());
        assertEquals(with("one").hash(), clear.variables());
        assertEquals(clear, shown.withVariables(clear.variables()));
    }

    /** Every call there is, over and over, by somebody who may do everything but read secrets. */
    @TestFactory
    Stream<DynamicTest> nothingTellsASecretToWhoMayNotReadIt() {
        return Stream.of(ConfigPages.class.getMethods())
                .filter(method -> method.getDeclaringClass() == ConfigPages.class)
                .filter(method -> method.getReturnType() != ConfigPages.class)
                .map(method -> dynamicTest(method.getName() + Arrays.toString(method.getParameterTypes()), () -> {
                    String secret = secret(new Random(1));
                    AgentId agent = secretive(secret);
                    Stet denying = declared()
                            .access(asked -> asked.action() != Action.READ_SECRETS)
                            .build();
                    ConfigPages pages = ben(denying).pages(agent);
                    List<String> heard = new ArrayList<>();
                    for (Object[] arguments : arguments(method, pages)) {
                        heard.addAll(Said.by(answer(method, pages, arguments)));
                        pages.list().forEach(page -> heard.addAll(Said.by(page)));
                        heard.addAll(Said.by(ben(denying).audit().of(agent, Range.first(5))));
                    }
                    assertFalse(heard.isEmpty());
                    for (String said : heard) {
                        assertFalse(said.contains(secret), () -> "a secret was told: " + said);
                        for (ContentHash hash : hashes(secret)) {
                            assertFalse(said.contains(hash.toString()), () -> "a secret can be guessed by: " + said);
                        }
                    }
                }));
    }

    /** An agent whose sandbox had a secret before it was marked as one, and has it still. */
    private AgentId secretive(String secret) {
        AgentId agent =
                ana().agents().create(NewAgent.named("Secretive")).agent().id();
        ConfigPages pages = ana().pages(agent);
        PageEdit marked = PageEdit.schema(SCHEMA);
        pages.edit(new PageRef("sandbox", 0), PageEdit.variables(with(secret)));
        pages.edit(new PageRef("sandbox", 1), marked);
        pages.edit(new PageRef("sandbox", 2), PageEdit.mergePatch(JsonObject.of("phone", JsonValue.of("110"))));
        return agent;
    }

    /** What whoever guesses the secret right would see that it was right by. */
    private static List<ContentHash> hashes(String secret) {
        Content variables = with(secret);
        return List.of(
                variables.hash(),
                variables.withSection("phone", JsonValue.of("110")).hash());
    }

    /** Of each kind of argument, all that might get something out. */
    private static List<Object[]> arguments(Method method, ConfigPages pages) {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[0]);
        for (Class<?> type : method.getParameterTypes()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] before : all) {
                for (Object value : values(type, pages)) {
                    Object[] next = Arrays.copyOf(before, before.length + 1);
                    next[before.length] = value;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<?> values(Class<?> type, ConfigPages pages) {
        if (type == String.class) {
            return List.of("sandbox", "live");
        }
        if (type == PageRef.class) {
            return List.of(
                    new PageRef("sandbox", 1),
                    new PageRef("sandbox", 2),
                    new PageRef("sandbox", 3),
                    new PageRef("live", 0));
        }
        if (type == long.class) {
            return List.of(0L, 1L, 2L);
        }
        if (type == Range.class) {
            return List.of(Range.first(1), Range.first(9));
        }
        if (type == PageEdit.class) {
            return List.of(
                    PageEdit.schema(OPEN),
                    PageEdit.schema(Content.empty()),
                    PageEdit.variables(pages.get("sandbox").variables()).withSchema(OPEN),
                    PageEdit.variables(broken("guess")),
                    PageEdit.mergePatch(JsonObject.of("key", JsonValue.of(PageDiff.HIDDEN))));
        }
        if (type == PagePlan.class) {
            return List.of(
                    pages.planEdit("sandbox", PageEdit.schema(OPEN)),
                    pages.planRestore("sandbox", 1),
                    pages.planCopy("sandbox", "live"));
        }
        throw new AssertionError("this test has yet to be taught values of " + type);
    }

    private static Object answer(Method method, ConfigPages pages, Object... arguments) {
        try {
            return method.invoke(pages, arguments);
        } catch (InvocationTargetException refused) {
            return refused.getTargetException();
        } catch (IllegalAccessException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    @Test
    void whoAsksForClearTextGetsIt() {
        created();
        ConfigPage masked = edited("live", PageEdit.variables(with("one")).withSchema(SCHEMA));
        ConfigPages clear = pages().inClearText();
        assertEquals(with("one"), clear.get("live").variables());
        assertEquals(with("one"), clear.get(masked.ref()).variables());
        assertTrue(clear.list().contains(clear.get("live")));
        PagePlan plan = clear.planEdit("live", PageEdit.variables(with("two")));
        assertEquals(with("one"), plan.before().variables());
        assertEquals(with("two"), plan.diff().variables().to());
        assertEquals(with("two"), changed(clear.apply(plan)).variables());
        assertEquals(
                with("one"),
                clear.diff(masked.ref(), new PageRef("live", 2)).variables().from());
    }

    /** Whoever is refused hears which page it was, and not what it says. */
    @Test
    void aStalePageIsToldWithoutItsVariables() {
        created();
        edited("live", PageEdit.variables(with("hush-hush")).withSchema(SCHEMA));
        try {
            pages().edit(new PageRef("live", 0), PageEdit.variables(with("hush-hush")));
            throw new AssertionError("a stale edit must be refused");
        } catch (StetException stale) {
            for (String said : Said.by(stale)) {
                assertFalse(said.contains("hush"), said);
            }
        }
    }
}
