package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ConfigPages;
import dev.stet.Resolution;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentRules;
import dev.stet.content.Finding;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Promote;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.render.UnifiedText;
import dev.stet.schema.JsonSchema;
import dev.stet.schema.SchemaLimits;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConfigPagesTest {
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final List<String> told = new ArrayList<>();

    @Test
    void pagesAreChangedLookedAtAndCopied() {
        Workspace ana = clinic();
        ConfigPage live = put(ana);
        assertEquals(2, live.revision());
        ConfigPages pages = ana.pages(frontDesk);
        refused(pages, live);
        assertEquals(List.of("/closes breaks pattern at /properties/closes/pattern"), told);
        PagePlan plan = pages.planCopy("live", "sandbox");
        String diff = UnifiedText.PLAIN.of(plan.diff().variables());
        if (plan.problem().isEmpty()) {
            pages.apply(plan);
        }
        assertTrue(diff.contains("16:15"), diff);
        assertFalse(diff.contains("cal-7f3a"), diff);
        assertEquals(live.variables(), pages.get("sandbox").variables());
        assertEquals(1, pages.get("sandbox").revision());
    }

    private ConfigPage put(Workspace ana) {
        ConfigPages pages = ana.pages(frontDesk);
        ConfigPage live = pages.get("live");

        Content schema = Content.parse("""
                {
                  "type": "object",
                  "properties": {
                    "closes": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
                    "takesNewPatients": {"type": "boolean"},
                    "calendarToken": {"type": "string", "writeOnly": true}
                  },
                  "required": ["closes"]
                }""");
        Content variables = Content.parse("""
                {"closes": "18:00", "takesNewPatients": true, "calendarToken": "cal-7f3a"}""");
        live = pages.edit(live.ref(), PageEdit.variables(variables).withSchema(schema))
                .page();

        JsonObject early = JsonObject.of("closes", JsonValue.of("16:15"));
        live = pages.edit(live.ref(), PageEdit.mergePatch(early)).page();
        return live;
    }

    private void refused(ConfigPages pages, ConfigPage live) {
        try {
            pages.edit(live.ref(), PageEdit.mergePatch(JsonObject.of("closes", JsonValue.of("a quarter past four"))));
        } catch (PageVariablesException refused) {
            for (Finding finding : refused.findings()) {
                told.add(finding.at() + " breaks " + finding.rule() + " at "
                        + finding.schemaAt().orElseThrow());
            }
        }
    }

    @Test
    void aVersionMeetsThePageItNeeds() {
        Workspace ana = clinic();
        put(ana);
        Draft draft = ana.drafts(frontDesk).open(NewDraft.from(Ref.version(1), "needs"));
        Content more =
                Content.parse("{\"needs\": {\"required\": [\"closes\"]}, \"notice\": \"Until {{page.closes}}.\"}");
        draft = ana.drafts(frontDesk)
                .save(draft.ref(), Edit.sections(more.root()))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).withoutDeploying());
        List<Finding> missing = ana.environments(frontDesk).unmetNeeds(2, "sandbox");
        assertEquals(1, missing.size());
        assertThrows(
                UnmetNeedsException.class, () -> ana.environments(frontDesk).deploy(Deploy.version(2, "sandbox")));
        ana.pages(frontDesk).apply(ana.pages(frontDesk).planCopy("live", "sandbox"));
        ana.environments(frontDesk).deploy(Deploy.version(2, "sandbox"));
        ana.environments(frontDesk).promote(Promote.whateverIsActiveIn("sandbox"));
        runs(ana);
    }

    @Test
    void secretsAreShownToWhoeverAsks() {
        Workspace ana = clinic();
        put(ana);
        ConfigPages pages = ana.pages(frontDesk);
        JsonValue shown = pages.get("live").variables().section("calendarToken").orElseThrow();
        ConfigPage clear = pages.inClearText().get("live");
        assertEquals(JsonValue.of("(hidden)"), shown);
        assertEquals(
                JsonValue.of("cal-7f3a"),
                clear.variables().section("calendarToken").orElseThrow());
    }

    private void runs(Workspace ana) {
        Resolution running = ana.resolve(frontDesk, "live");
        JsonValue closes = running.variables().section("closes").orElseThrow();
        long revision = running.pageRevision();
        assertEquals(JsonValue.of("16:15"), closes);
        assertEquals(2, revision);
        Content filled = running.rendered((text, variables) -> text.replace(
                "{{page.closes}}", ((JsonString) variables.find("closes").orElseThrow()).value()));
        assertEquals(Optional.of(JsonValue.of("Until 16:15.")), filled.section("notice"));
    }

    @Test
    void aSchemaIsAContentRule() {
        JsonSchema model = JsonSchema.parse("""
                {
                  "type": "object",
                  "properties": {"temperature": {"maximum": 1}},
                  "required": ["name"]
                }""");
        ContentRules rules = ContentRules.none().require("model").check(model.onSection("model"));
        Stet stet = Stet.on(new MemoryStorage()).contentRules("voice", rules).build();
        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk")
                        .id(frontDesk)
                        .kind("voice")
                        .content(Content.parse("{\"model\": {\"temperature\": 2}}")))
                .draft();
        assertEquals(2, ana.drafts(frontDesk).findings(draft.id()).size());
        assertThrows(ContentRulesException.class, () -> ana.drafts(frontDesk).publish(Publish.draft(draft.ref())));
    }

    @Test
    void aToolsParametersMustBeASchema() {
        JsonSchema tools = JsonSchema.parse("""
                {
                  "items": {
                    "properties": {
                      "name": {"type": "string", "pattern": "^(?!internal_)[a-z_]{1,64}$"},
                      "parameters": {"$ref": "http://json-schema.org/draft-07/schema#"}
                    }
                  }
                }""");
        ContentRules rules = ContentRules.none().check(tools.onSection("tools"));
        Stet stet = Stet.on(new MemoryStorage()).contentRules(rules).build();
        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk").id(frontDesk).content(Content.parse("""
                                {"tools": [{"name": "lookup", "parameters": {"type": "objekt"}},
                                           {"name": "internal_lookup", "parameters": {}}]}""")))
                .draft();
        List<String> places = ana.drafts(frontDesk).findings(draft.id()).stream()
                .map(finding -> finding.at().toString())
                .distinct()
                .toList();
        assertEquals(List.of("/tools/0/parameters/type", "/tools/1/name"), places);
    }

    @Test
    void needsMayReferToAMetaSchemaAndTheHostSaysHowLargeSchemasAre() {
        Stet stet = Stet.on(new MemoryStorage())
                .pipeline(Pipeline.of("sandbox", "live"))
                .pageNeeds(JsonPointer.parse("/needs"))
                .schemaLimits(SchemaLimits.DEFAULT.withMaxBytes(200))
                .build();
        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk").id(frontDesk).content(Content.parse("""
                        {"needs": {"properties": {"form": {"$ref": "http://json-schema.org/draft-07/schema#"}}}}""")))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).withoutDeploying());
        ConfigPages pages = ana.pages(frontDesk);
        Content wrong = Content.parse("{\"form\": {\"required\": \"name\"}}");
        pages.edit(pages.get("sandbox").ref(), PageEdit.variables(wrong));
        List<Finding> missing = ana.environments(frontDesk).unmetNeeds(1, "sandbox");
        assertEquals(JsonPointer.parse("/form/required"), missing.get(0).at());

        Content large = Content.parse("{\"description\": \"" + "x".repeat(200) + "\"}");
        assertThrows(
                PageSchemaException.class, () -> pages.edit(pages.get("sandbox").ref(), PageEdit.schema(large)));
    }

    private Workspace clinic() {
        Stet stet = Stet.on(new MemoryStorage())
                .pipeline(Pipeline.of("sandbox", "live"))
                .pageNeeds(JsonPointer.parse("/needs"))
                .build();
        Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk")
                        .id(frontDesk)
                        .content(Content.parse("{\"prompt\": \"Greet the caller.\"}")))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()).deployTo("sandbox"));
        return ana;
    }
}
