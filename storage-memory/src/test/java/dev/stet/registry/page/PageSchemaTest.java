package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.JsonObject;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.PageRefusedException;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.storage.tck.Promise;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The variables of a page always meet its schema: what would not is refused, with everything that is wrong. */
class PageSchemaTest extends PageDesk {
    private static final Content SCHEMA = Content.parse("{\"type\":\"object\",\"required\":[\"phone\"],\"properties\":{"
            + "\"phone\":{\"type\":\"string\",\"minLength\":3},"
            + "\"fee\":{\"type\":\"number\",\"minimum\":0},"
            + "\"hours\":{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"null\"]}}}}");

    private static final Content WRONG = Content.parse("{\"phone\":\"1\",\"fee\":-0.5,\"hours\":{\"mon\":9}}");

    private static final Set<String> WHAT_IS_WRONG = Set.of(
            "/phone minLength /properties/phone/minLength",
            "/fee minimum /properties/fee/minimum",
            "/hours/mon type /properties/hours/additionalProperties/type");

    private static final List<Content> NO_SCHEMAS = List.of(
            Content.parse("{\"type\":\"nonsense\"}"),
            Content.parse("{\"minLength\":-1}"),
            Content.parse("{\"properties\":{\"a\":[]}}"),
            Content.parse("{\"pattern\":\"(\"}"),
            Content.parse("{\"$ref\":\"#/definitions/missing\"}"),
            Content.parse("{\"$ref\":\"https://example.org/schema.json\"}"),
            Content.parse("{\"$ref\":\"file:///etc/hosts\"}"),
            Content.parse("{\"$schema\":\"https://example.org/my-own-dialect\"}"));

    private static Set<String> told(PageRefusedException refusal) {
        return refusal.findings().stream()
                .map(finding -> finding.at() + " " + finding.rule() + " "
                        + finding.schemaAt().orElseThrow())
                .collect(Collectors.toSet());
    }

    private <T extends PageRefusedException> T refused(Class<T> type, ConfigPage page, PageEdit edit) {
        T refusal = assertThrows(type, () -> pages().edit(page.ref(), edit));
        assertEquals(page.environment(), refusal.environment());
        assertTrue(refusal.getMessage().contains("'" + page.environment() + "'"), refusal::getMessage);
        T overwriting = assertThrows(type, () -> pages().editOverwritingWhatOthersChanged(page.environment(), edit));
        assertEquals(refusal.findings(), overwriting.findings());
        PagePlan plan = pages().planEdit(page.environment(), edit);
        assertEquals(type, plan.problem().orElseThrow().refusal().getClass());
        assertEquals(refusal.findings(), plan.problem().orElseThrow().findings());
        assertEquals(
                refusal.findings(),
                assertThrows(type, () -> pages().apply(plan)).findings());
        assertEquals(page, page(page.environment()));
        return refusal;
    }

    @Promise(10)
    @Test
    void variablesThatDoNotMeetTheSchemaAreRefusedWithEverythingThatIsWrong() {
        created();
        ConfigPage page = edited("live", PageEdit.variables(DAYTIME).withSchema(SCHEMA));
        for (PageEdit edit : List.of(
                PageEdit.variables(WRONG), PageEdit.mergePatch(WRONG.root()), PageEdit.shallowMerge(WRONG.root()))) {
            PageVariablesException refusal = refused(PageVariablesException.class, page, edit);
            assertEquals(WHAT_IS_WRONG, told(refusal));
            assertTrue(refusal.getMessage().contains("/hours/mon"), refusal::getMessage);
        }
        JsonObject none = Content.parse("{\"phone\":null}").root();
        assertEquals(
                Set.of("/phone required /required"),
                told(refused(PageVariablesException.class, page, PageEdit.mergePatch(none))));
        assertEquals(
                Set.of("/phone type /properties/phone/type"),
                told(refused(PageVariablesException.class, page, PageEdit.shallowMerge(none))));
        assertEquals(1, history("live").size());
        assertEquals(NIGHT, edited("live", NIGHT).variables());
    }

    @Test
    void aSchemaThatTheVariablesDoNotMeetIsPutOnlyTogetherWithOthers() {
        created();
        ConfigPage page = edited("live", WRONG);
        assertEquals(WHAT_IS_WRONG, told(refused(PageVariablesException.class, page, PageEdit.schema(SCHEMA))));
        ConfigPage both = edited("live", PageEdit.variables(DAYTIME).withSchema(SCHEMA));
        assertEquals(SCHEMA, both.schema());
        refused(PageVariablesException.class, both, PageEdit.variables(WRONG));
        ConfigPage back = edited("live", PageEdit.variables(WRONG).withSchema(Content.empty()));
        assertEquals(WRONG, back.variables());
        assertEquals(
                Set.of("/phone required /required"),
                told(refused(PageVariablesException.class, page("sandbox"), PageEdit.schema(SCHEMA))));
        ConfigPage patched = edited(
                "live",
                PageEdit.mergePatch(Content.parse("{\"phone\":\"112\",\"fee\":null,\"hours\":{\"mon\":null}}")
                                .root())
                        .withSchema(SCHEMA));
        assertEquals(Content.parse("{\"phone\":\"112\",\"hours\":{}}"), patched.variables());
    }

    @Promise(10)
    @Test
    void whatIsNoSchemaIsRefused() {
        created();
        ConfigPage page = edited("live", PageEdit.variables(DAYTIME).withSchema(SCHEMA));
        for (Content schema : NO_SCHEMAS) {
            for (PageEdit edit :
                    List.of(PageEdit.schema(schema), PageEdit.variables(WRONG).withSchema(schema))) {
                PageSchemaException refusal = refused(PageSchemaException.class, page, edit);
                assertFalse(refusal.findings().isEmpty());
            }
        }
        assertEquals(1, history("live").size());
    }

    /** Revisions and pages meet their own schemas, so they can be taken as they are. */
    @Test
    void aPageComesBackTogetherWithItsSchema() {
        created();
        edited("live", WRONG);
        edited("live", PageEdit.variables(DAYTIME).withSchema(SCHEMA));
        ConfigPage wrong = changed(pages().restore(page("live").ref(), 1));
        assertEquals(Content.empty(), wrong.schema());
        ConfigPage good = changed(pages().restore(page("live").ref(), 2));
        assertEquals(SCHEMA, good.schema());
        edited("sandbox", WRONG);
        ConfigPage copied = changed(pages().copy(page("sandbox").ref(), good.ref()));
        assertEquals(WRONG, copied.variables());
        assertEquals(Content.empty(), copied.schema());
        ConfigPage emptied = changed(pages().restore(copied.ref(), 0));
        assertEquals(Content.empty(), emptied.variables());
    }

    @Test
    void theSchemaSaysWhichDialectItIsIn() {
        created();
        Content inOrder = Content.parse("{\"properties\":{\"list\":{\"prefixItems\":[{\"type\":\"string\"}]}}}");
        Content numbers = Content.parse("{\"list\":[1]}");
        ConfigPage page = edited("live", PageEdit.variables(numbers).withSchema(inOrder));
        Content newer = Content.of(inOrder.root()
                .with(
                        "$schema",
                        Content.parse("{\"x\":\"https://json-schema.org/draft/2020-12/schema\"}")
                                .section("x")
                                .orElseThrow()));
        assertEquals(
                Set.of("/list/0 type /properties/list/prefixItems/0/type"),
                told(refused(PageVariablesException.class, page, PageEdit.schema(newer))));
    }
}
