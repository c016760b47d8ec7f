package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Agents;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.agent.AgentEdit;
import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.error.NotFoundException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.version.ContentRulesException;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A version and a page that do not fit never come together: neither by moving the one nor by changing the other. */
class PageNeedsTest extends PageDesk {
    private static final String PHONE = "{\"required\":[\"phone\"],\"properties\":{\"phone\":{\"type\":\"string\"}}}";
    private static final String FEE = "{\"required\":[\"fee\"],\"properties\":{\"fee\":{\"minimum\":10}}}";
    private static final Content FREE = Content.parse("{\"phone\":\"112\",\"fee\":0}");

    @Override
    protected Stet.Builder declared() {
        return super.declared().pageNeeds(JsonPointer.parse("/needs"));
    }

    /** The next version, which needs this. */
    private Version needing(String schema) {
        return version(drafts().publish(Publish.draft(draft(schema).ref()).superseding(latest())));
    }

    private long latest() {
        return ana().agents().get(DESK).head().latestVersion();
    }

    private Draft draft(String schema) {
        Draft draft = drafts().open(NewDraft.from(Ref.version(latest()), "Needs"));
        return drafts().save(draft.ref(), Edit.section("needs", JsonValue.parse(schema)))
                .draft();
    }

    /** Refused naming all three, foretold by a dry run, and without a trace. */
    private UnmetNeedsException refused(long version, String environment, String at, Executable call) {
        List<Object> before = everything();
        UnmetNeedsException refusal = assertThrows(UnmetNeedsException.class, call);
        assertEquals(version, refusal.version());
        assertEquals(environment, refusal.environment());
        assertEquals(
                List.of(at),
                refusal.findings().stream()
                        .map(finding -> finding.at().toString())
                        .toList());
        assertTrue(refusal.getMessage().contains("version " + version), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("'" + environment + "'"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(at), refusal::getMessage);
        assertEquals(before, everything());
        return refusal;
    }

    private void refusedMove(long version, String environment, String at, Executable call) {
        UnmetNeedsException refusal = refused(version, environment, at, call);
        assertEquals(refusal.findings(), environments().unmetNeeds(version, environment));
    }

    private void refusedEdit(long version, ConfigPage page, String at, PageEdit edit) {
        UnmetNeedsException refusal = refused(version, page.environment(), at, () -> pages().edit(page.ref(), edit));
        PagePlan plan = pages().planEdit(page.environment(), edit);
        assertEquals(refusal.findings(), plan.problem().orElseThrow().findings());
        refused(version, page.environment(), at, () -> pages().apply(plan));
    }

    private List<Object> everything() {
        return List.of(
                ana().agents().get(DESK),
                ana().audit().of(DESK, Range.first(99)),
                drafts().list(Range.first(99)),
                versions().list(VersionFilter.all(), Range.first(99)),
                environments().list(),
                environments().history(Range.first(99)),
                pages().list());
    }

    @Test
    void aVersionComesOnlyToWhereItsNeedsAreMet() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        needing(PHONE);
        refusedMove(2, "sandbox", "/phone", () -> environments().deploy(Deploy.version(2, "sandbox")));
        Draft next = draft(FEE);
        refused(
                3,
                "sandbox",
                "/fee",
                () -> drafts().publish(Publish.draft(next.ref()).deployTo("sandbox")));
        edited("sandbox", NIGHT);
        assertEquals(List.of(), environments().unmetNeeds(2, "sandbox"));
        deployed(environments().deploy(Deploy.version(2, "sandbox")));
        version(drafts().publish(Publish.draft(next.ref()).deployTo("sandbox")));
        refusedMove(3, "pre-release", "/fee", () -> environments().promote(Promote.whateverIsActiveIn("sandbox")));
        edited("pre-release", FREE);
        refusedMove(3, "pre-release", "/fee", () -> environments().promote(Promote.whateverIsActiveIn("sandbox")));
        edited("pre-release", DAYTIME);
        deployed(environments().promote(Promote.whateverIsActiveIn("sandbox")));
        assertEquals(3, ana().resolve(DESK, "pre-release").version().orElseThrow());
    }

    /** The needs of another kind stand elsewhere, and need something else. */
    @Test
    void anAgentIsOfNoKindWhoseNeedsTheServingVersionsDoNotMeet() {
        Stet stet = declared()
                .pageNeeds("desk", JsonPointer.parse("/desk"))
                .pageNeeds("bot", JsonPointer.parse("/bot"))
                .build();
        Draft draft = drafts().save(
                        created().ref(),
                        Edit.sections(Content.parse("{\"desk\":" + PHONE + ",\"bot\":{\"type\":7}}")
                                .root()))
                .draft();
        version(drafts().publish(Publish.draft(draft.ref())));
        environments().deploy(Deploy.version(1, "sandbox"));
        deployed(environments().promote(Promote.whateverIsActiveIn("sandbox")));
        edited("sandbox", NIGHT);
        Agents agents = ana(stet).agents();
        refused(
                1,
                "pre-release",
                "/phone",
                () -> agents.edit(DESK, 1, AgentEdit.nothing().kind("desk")));
        UnmetNeedsException unread = assertThrows(
                UnmetNeedsException.class,
                () -> agents.edit(DESK, 1, AgentEdit.nothing().kind("bot")));
        assertEquals("/bot/type", unread.findings().get(0).at().toString());
        edited("pre-release", NIGHT);
        assertEquals(
                "desk", agents.edit(DESK, 1, AgentEdit.nothing().kind("desk")).kind());
        ConfigPage page = pages().get("sandbox");
        assertThrows(
                UnmetNeedsException.class,
                () -> ana(stet).pages(DESK).edit(page.ref(), PageEdit.variables(Content.empty())));
    }

    @Test
    void anEnvironmentGoesBackOnlyToWhatItsPageStillFits() {
        published();
        needing(PHONE);
        needing("{}");
        edited("sandbox", NIGHT);
        environments().deploy(Deploy.version(2, "sandbox"));
        environments().deploy(Deploy.version(3, "sandbox"));
        edited("sandbox", Content.empty());
        for (RollBack back : List.of(
                RollBack.of("sandbox"),
                RollBack.of("sandbox").toVersion(2),
                RollBack.of("sandbox").toDeployment(1))) {
            refusedMove(2, "sandbox", "/phone", () -> environments().rollBack(back));
        }
        environments().empty("sandbox", "Moving house", Replacing.anything());
        refusedMove(
                2,
                "sandbox",
                "/phone",
                () -> environments().rollBack(RollBack.of("sandbox").toVersion(2)));
        changed(pages().restore(page("sandbox").ref(), 1));
        deployed(environments().rollBack(RollBack.of("sandbox").toVersion(2)));
    }

    @Test
    void aPageGoesOnToMeetTheNeedsOfWhatItsEnvironmentServes() {
        published();
        needing(PHONE);
        edited("sandbox", Content.parse("{\"note\":1}"));
        ConfigPage page = edited("sandbox", DAYTIME);
        environments().deploy(Deploy.version(2, "sandbox"));
        refusedEdit(2, page, "/phone", PageEdit.variables(Content.empty()));
        refusedEdit(
                2,
                page,
                "/phone",
                PageEdit.mergePatch(Content.parse("{\"phone\":7}").root()));
        refusedEdit(
                2,
                page,
                "/phone",
                PageEdit.variables(Content.parse("{\"phone\":[]}")).withSchema(NOTE));
        for (long revision : List.of(0L, 1L)) {
            refused(2, "sandbox", "/phone", () -> pages().restore(page.ref(), revision));
            PagePlan plan = pages().planRestore("sandbox", revision);
            assertEquals(
                    UnmetNeedsException.class,
                    plan.problem().orElseThrow().refusal().getClass());
        }
        refused(2, "sandbox", "/phone", () -> pages().copy(new PageRef("live", 0), page.ref()));
        refused(
                2,
                "sandbox",
                "/phone",
                () -> pages().editOverwritingWhatOthersChanged("sandbox", PageEdit.variables(Content.empty())));
        ConfigPage night = edited("sandbox", NIGHT);
        edited("live", Content.parse("{\"phone\":7}"));
        environments().deploy(Deploy.version(1, "sandbox"));
        assertEquals(
                Content.empty(),
                changed(pages().edit(night.ref(), PageEdit.variables(Content.empty())))
                        .variables());
    }

    @Test
    void whatIsNeededMustBeASchema() {
        published();
        for (String needs :
                List.of("{\"type\":\"nonsense\"}", "\"phone\"", "[]", "{\"$ref\":\"https://example.org/s\"}")) {
            Draft draft = draft(needs);
            List<Finding> findings = drafts().findings(draft.id());
            assertTrue(
                    findings.stream()
                            .anyMatch(finding -> finding.at().toString().startsWith("/needs")),
                    findings::toString);
            ContentRulesException refusal =
                    assertThrows(ContentRulesException.class, () -> drafts().publish(Publish.draft(draft.ref())));
            assertEquals(findings, refusal.findings());
            drafts().discard(draft.ref());
        }
        assertEquals(1, latest());
        for (String nothing : List.of("null", "{}", "true")) {
            assertEquals(List.of(), environments().unmetNeeds(needing(nothing).number(), "live"));
        }
        assertEquals(4, latest());
    }

    @Test
    void theKindOfAnAgentSaysWhereItsNeedsAre() {
        published();
        Version version = needing(PHONE);
        Stet elsewhere =
                declared().pageNeeds("other", JsonPointer.parse("/wants")).build();
        assertEquals(
                1,
                ana(elsewhere)
                        .environments(DESK)
                        .unmetNeeds(version.number(), "live")
                        .size());
        ana().agents().edit(DESK, 1, AgentEdit.nothing().kind("other"));
        assertEquals(List.of(), ana(elsewhere).environments(DESK).unmetNeeds(version.number(), "live"));
        assertThrows(NotFoundException.class, () -> environments().unmetNeeds(9, "live"));
    }

    /** Versions that were there before the host declared where needs are may need what they like: only what moves is asked. */
    @Test
    void whatServedBeforeNeedsWereDeclaredServesOn() {
        published();
        Stet undeclared = super.declared().build();
        Draft draft = draft("{\"type\":\"nonsense\"}");
        version(ana(undeclared).drafts(DESK).publish(Publish.draft(draft.ref()).superseding(1)));
        deployed(ana(undeclared).environments(DESK).deploy(Deploy.version(2, "sandbox")));
        assertEquals(DAYTIME, edited("sandbox", DAYTIME).variables());
        assertThrows(UnmetNeedsException.class, () -> environments().promote(Promote.whateverIsActiveIn("sandbox")));
        assertEquals(2, ana().resolve(DESK, "sandbox").version().orElseThrow());
    }
}
