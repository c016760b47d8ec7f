package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.ConfigPages;
import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Duplication;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.environment.Deploy;
import dev.stet.environment.Environment;
import dev.stet.environment.Pipeline;
import dev.stet.environment.Replacing;
import dev.stet.environment.UnknownEnvironmentException;
import dev.stet.error.NotFoundException;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageOutcome;
import dev.stet.page.StalePageException;
import dev.stet.ref.AgentId;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.storage.tck.Promise;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How config pages come to say something, and who hears that they say something else by then. */
class ConfigPageTest extends PageDesk {
    private static Content content(String json) {
        return Content.parse(json);
    }

    private static JsonObject object(String json) {
        return Content.parse(json).root();
    }

    @Test
    void everyEnvironmentHasAPageEvenIfNobodyPutAnythingOnIt() {
        created();
        assertEquals(
                List.of(ConfigPage.empty("sandbox"), ConfigPage.empty("pre-release"), ConfigPage.empty("live")),
                pages().list());
        assertEquals(ConfigPage.empty("live"), page("live"));
        assertEquals(ConfigPage.empty("live"), pages().get(new PageRef("live", 0)));
        assertEquals(List.of(), history("live"));
        assertThrows(NotFoundException.class, () -> pages().get(new PageRef("live", 1)));
        assertEquals(
                ConfigPage.empty("live"),
                unchanged(pages().edit(page("live").ref(), PageEdit.schema(Content.empty()))));
    }

    @Test
    void aPageSaysWhatWasPutOnItAndWhoDidWhen() {
        created();
        ConfigPage first = edited("live", DAYTIME);
        assertEquals(DAYTIME.toJson(), first.variables().toJson());
        assertEquals(Content.empty(), first.schema());
        assertEquals(new PageRef("live", 1), first.ref());
        assertEquals("ana", first.updatedBy().orElseThrow().id());
        ConfigPage second = changed(ben(declared().build())
                .pages(DESK)
                .edit(first.ref(), PageEdit.variables(NIGHT).withSchema(NOTE)));
        assertEquals("ben", second.updatedBy().orElseThrow().id());
        assertTrue(second.updatedAt().orElseThrow().isAfter(first.updatedAt().orElseThrow()));
        assertEquals(second, page("live"));
        assertEquals(NIGHT.toJson(), page("live").variables().toJson());
        assertEquals(NOTE, page("live").schema());
        assertEquals(List.of(ConfigPage.empty("sandbox"), ConfigPage.empty("pre-release"), second), pages().list());
    }

    @Test
    void variablesAreMergedDeepShallowOrNotAtAll() {
        created();
        edited("live", content("{\"a\":\"b\",\"c\":{\"d\":\"e\",\"f\":\"g\"},\"list\":[1,2]}"));
        ConfigPage deep = edited(
                "live",
                PageEdit.mergePatch(object("{\"a\":\"z\",\"c\":{\"f\":null},\"list\":[3],\"new\":{\"x\":null}}")));
        assertEquals(content("{\"a\":\"z\",\"c\":{\"d\":\"e\"},\"list\":[3],\"new\":{}}"), deep.variables());
        ConfigPage shallow = edited("live", PageEdit.shallowMerge(object("{\"a\":null,\"c\":{\"f\":1}}")));
        assertEquals(content("{\"a\":null,\"c\":{\"f\":1},\"list\":[3],\"new\":{}}"), shallow.variables());
        ConfigPage replaced = edited("live", content("{\"only\":true}"));
        assertEquals(content("{\"only\":true}"), replaced.variables());
        ConfigPage both =
                edited("live", PageEdit.mergePatch(object("{\"only\":null}")).withSchema(NOTE));
        assertEquals(Content.empty(), both.variables());
        assertEquals(NOTE, both.schema());
        ConfigPage schema = edited("live", PageEdit.schema(Content.empty()));
        assertEquals(6, schema.revision());
        assertEquals(
                List.of(
                        List.of(),
                        List.of("only"),
                        List.of("a", "c", "list", "new", "only"),
                        List.of("a", "c"),
                        List.of("a", "c", "list", "new"),
                        List.of("a", "c", "list")),
                history("live").stream()
                        .map(revision -> List.copyOf(revision.changedVariables()))
                        .toList());
    }

    @Test
    void whatAPageSaysAlreadyMakesNoRevision() {
        created();
        ConfigPage page = edited("live", PageEdit.variables(DAYTIME).withSchema(NOTE));
        long head = ana().agents().get(DESK).head().revision();
        Content otherwise =
                content("{\"fee\":1.25e1,\"hours\":{\"sat\":null,\"mon\":\"9-17\"},\"phone\":\"+49 30 1234\"}");
        for (PageEdit edit : List.of(
                PageEdit.variables(otherwise),
                PageEdit.mergePatch(object("{\"fee\":12.5,\"nothing\":null}")),
                PageEdit.shallowMerge(object("{\"fee\":12.5}")),
                PageEdit.schema(NOTE),
                PageEdit.variables(DAYTIME).withSchema(NOTE))) {
            assertEquals(page, unchanged(pages().edit(page.ref(), edit)));
            assertEquals(page, unchanged(pages().editOverwritingWhatOthersChanged("live", edit)));
        }
        assertEquals(page, unchanged(pages().restore(page.ref(), 1)));
        assertEquals(page, unchanged(pages().copy(page.ref(), page.ref())));
        assertEquals(head, ana().agents().get(DESK).head().revision());
        assertEquals(DAYTIME.toJson(), page("live").variables().toJson());
        assertEquals(1, history("live").size());
    }

    @Promise(4)
    @Test
    void anEditOfAPageThatWasChangedMeanwhileIsRefused() {
        created();
        PageRef seen = page("live").ref();
        ConfigPage others = edited("live", DAYTIME);
        List<Consumer<ConfigPages>> stale = List.of(
                pages -> pages.edit(seen, PageEdit.variables(NIGHT)),
                pages -> pages.edit(seen, PageEdit.variables(DAYTIME)),
                pages -> pages.edit(new PageRef("live", 2), PageEdit.variables(NIGHT)),
                pages -> pages.restore(seen, 0),
                pages -> pages.copy(new PageRef("sandbox", 0), seen));
        for (Consumer<ConfigPages> call : stale) {
            StalePageException refusal = assertThrows(StalePageException.class, () -> call.accept(pages()));
            assertEquals(others, refusal.actual());
            assertTrue(refusal.getMessage().contains("ana"), refusal::getMessage);
        }
        assertEquals(others, page("live"));
        assertEquals(1, history("live").size());
    }

    @Test
    void overwritingIsACallOfItsOwn() {
        created();
        edited("live", DAYTIME);
        ConfigPage page = changed(
                pages().editOverwritingWhatOthersChanged("live", PageEdit.mergePatch(object("{\"phone\":\"none\"}"))));
        assertEquals(
                DAYTIME.root().with("phone", JsonValue.of("none")),
                page.variables().root());
        assertEquals(2, page.revision());
        changed(pages().editOverwritingWhatOthersChanged("sandbox", PageEdit.schema(NOTE)));
        assertEquals(1, page("sandbox").revision());
    }

    /** Nothing that happens to an environment touches its page, and the other way round. */
    @Test
    void aPageAndWhatItsEnvironmentServesChangeApart() {
        published();
        edited("sandbox", DAYTIME);
        environments().deploy(Deploy.version(1, "sandbox"));
        ConfigPage second = edited("sandbox", NIGHT);
        Environment served = environments().get("sandbox");
        assertEquals(2, served.page());
        assertEquals(1, served.version().orElseThrow());
        environments().freeze("sandbox", "Audit week");
        ConfigPage third = edited("sandbox", DAYTIME);
        assertEquals(3, third.revision());
        assertEquals(
                "Audit week",
                environments().get("sandbox").freeze().orElseThrow().reason());
        environments().unfreeze("sandbox", "Audited");
        environments().empty("sandbox", "Moving house", Replacing.anything());
        assertEquals(third, page("sandbox"));
        assertEquals(second, pages().get(second.ref()));
        assertEquals(3, environments().get("sandbox").page());
    }

    @Test
    void onlyPagesOfKnownEnvironmentsAndAgentsAreThere() {
        created();
        List<Consumer<ConfigPages>> calls = List.of(
                pages -> pages.get("prod"),
                pages -> pages.inClearText().get("prod"),
                pages -> pages.get(new PageRef("prod", 0)),
                pages -> pages.history("prod", Range.first(1)),
                pages -> pages.edit(new PageRef("prod", 0), PageEdit.variables(DAYTIME)),
                pages -> pages.editOverwritingWhatOthersChanged("prod", PageEdit.variables(DAYTIME)),
                pages -> pages.restore(new PageRef("prod", 0), 0),
                pages -> pages.copy(new PageRef("live", 0), new PageRef("prod", 0)),
                pages -> pages.copy(new PageRef("prod", 0), new PageRef("live", 0)),
                pages -> pages.planCopy("prod", "live"),
                pages -> pages.planCopy("live", "prod"),
                pages -> pages.planEdit("prod", PageEdit.variables(DAYTIME)),
                pages -> pages.planRestore("prod", 0));
        for (Consumer<ConfigPages> call : calls) {
            assertThrows(UnknownEnvironmentException.class, () -> call.accept(pages()));
            assertThrows(NotFoundException.class, () -> call.accept(ana().pages(AgentId.of("nobody"))));
        }
        assertThrows(
                NotFoundException.class, () -> ana().pages(AgentId.of("nobody")).list());
        assertThrows(NotFoundException.class, () -> pages().restore(page("live").ref(), 1));
        assertThrows(
                NotFoundException.class,
                () -> pages().copy(new PageRef("sandbox", 1), page("live").ref()));
        assertThrows(
                NotFoundException.class,
                () -> pages().copy(new PageRef("prod", 1), page("live").ref()));
        assertEquals(
                List.of(ConfigPage.empty("sandbox"), ConfigPage.empty("pre-release"), ConfigPage.empty("live")),
                pages().list());
    }

    @Test
    void pagesOfEnvironmentsThatLeftThePipelineCanBeReadButNotChanged() {
        created();
        ConfigPage old = edited("pre-release", DAYTIME);
        ConfigPage live = edited("live", NIGHT);
        Stet moved = declared().pipeline(Pipeline.of("live", "after")).build();
        ConfigPages pages = ana(moved).pages(DESK);
        assertEquals(List.of(live, ConfigPage.empty("after"), old), pages.list());
        assertEquals(old, pages.get("pre-release"));
        assertEquals(old, pages.get(old.ref()));
        assertEquals(1, pages.history("pre-release", Range.first(9)).items().size());
        assertThrows(UnknownEnvironmentException.class, () -> pages.get("sandbox"));
        assertThrows(UnknownEnvironmentException.class, () -> pages.edit(old.ref(), PageEdit.variables(NIGHT)));
        ConfigPage taken = changed(pages.copy(old.ref(), live.ref()));
        assertEquals(DAYTIME, taken.variables());
        assertEquals(List.of(ConfigPage.empty("sandbox"), old, taken), pages().list());
    }

    /** A request that came to nothing left nothing on the page: that it was asked must do. */
    @Test
    void aRepeatedRequestIsAnsweredAfterItsEnvironmentLeftThePipeline() {
        created();
        Stet moved = declared().pipeline(Pipeline.of("after")).build();
        PageRef live = new PageRef("live", 0);
        List<Function<ConfigPages, PageOutcome>> changes = List.of(
                pages -> pages.edit(live, PageEdit.schema(Content.empty())),
                pages -> pages.restore(live, 0),
                pages -> pages.copy(new PageRef("sandbox", 0), live));
        for (int i = 0; i < changes.size(); i++) {
            RequestId request = RequestId.of("request-" + i);
            PageOutcome first = changes.get(i).apply(ana().request(request).pages(DESK));
            assertEquals(first, changes.get(i).apply(ana(moved).request(request).pages(DESK)));
        }
    }

    @Test
    void pagesOfArchivedAgentsStayAsTheyAre() {
        created();
        edited("live", DAYTIME);
        ana().agents().edit(DESK, 1, AgentEdit.nothing().status(AgentStatus.INACTIVE));
        ConfigPage page = edited("live", NIGHT);
        ana().agents().edit(DESK, 2, AgentEdit.nothing().status(AgentStatus.ARCHIVED));
        PageRef seen = page.ref();
        for (Consumer<ConfigPages> call : List.<Consumer<ConfigPages>>of(
                pages -> pages.edit(seen, PageEdit.variables(DAYTIME)),
                pages -> pages.editOverwritingWhatOthersChanged("live", PageEdit.variables(DAYTIME)),
                pages -> pages.restore(seen, 1),
                pages -> pages.copy(new PageRef("sandbox", 0), seen),
                pages -> pages.apply(pages.planEdit("live", PageEdit.variables(DAYTIME))))) {
            assertThrows(AgentUnavailableException.class, () -> call.accept(pages()));
        }
        assertEquals(page, page("live"));
    }

    @Test
    void aCopyOfAnAgentBeginsWithEmptyPages() {
        published();
        edited("live", DAYTIME);
        AgentId other = AgentId.of("other-desk");
        ana().agents().duplicate(Duplication.of(DESK, Ref.version(1), "Other").id(other));
        assertEquals(ConfigPage.empty("live"), ana().pages(other).get("live"));
        ana().agents().delete(DESK);
        assertThrows(NotFoundException.class, () -> page("live"));
        assertEquals(
                List.of(),
                ana().pages(other).list().stream()
                        .filter(page -> page.revision() > 0)
                        .toList());
    }

    @Promise(10)
    @Test
    void contentLimitsHoldForVariablesAndSchemas() {
        created();
        ConfigPage page = edited("live", NIGHT);
        Content large = content("{\"text\":\"" + "x".repeat(500) + "\"}");
        ConfigPages narrow = ana(declared()
                        .contentLimits(ContentLimits.DEFAULT.withMaxBytes(400))
                        .build())
                .pages(DESK);
        for (PageEdit edit : List.of(
                PageEdit.variables(large),
                PageEdit.mergePatch(large.root()),
                PageEdit.shallowMerge(large.root()),
                PageEdit.schema(large),
                PageEdit.variables(NIGHT).withSchema(large))) {
            assertThrows(InvalidContentException.class, () -> narrow.edit(page.ref(), edit));
        }
        assertEquals(page, page("live"));
        assertEquals(
                new TreeSet<>(List.of("phone", "hours", "fee")),
                history("live").get(0).changedVariables());
    }
}
