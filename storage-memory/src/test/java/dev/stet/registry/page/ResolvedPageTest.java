package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.Resolution;
import dev.stet.content.Content;
import dev.stet.content.JsonString;
import dev.stet.draft.Draft;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.RollBack;
import dev.stet.page.ConfigPage;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs is a version and the variables of its environment's page, together as they were at one instant. */
class ResolvedPageTest extends PageDesk {
    private static void runsWith(ConfigPage page, Resolution resolution) {
        assertEquals(page.variables().toJson(), resolution.variables().toJson());
        assertEquals(page.revision(), resolution.pageRevision());
    }

    @Test
    void whatRunsIsResolvedWithItsVariables() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        runsWith(ConfigPage.empty("sandbox"), ana().resolve(DESK, "sandbox"));
        ConfigPage day = edited("sandbox", DAYTIME);
        edited("live", NIGHT);
        Resolution resolution = ana().resolve(DESK, "sandbox");
        runsWith(day, resolution);
        assertEquals(GREETING, resolution.content());
        ConfigPage night = edited("sandbox", NIGHT);
        runsWith(night, ana().resolve(DESK, "sandbox"));
        runsWith(night, ana().findServed(DESK, "sandbox").orElseThrow());
        runsWith(night, ben(declared().build()).resolve(DESK, "sandbox"));
    }

    /** The page belongs to the environment, whatever moves there. */
    @Test
    void aMoveTakesNoPageAlong() {
        published();
        publishedNext("Hi.");
        ConfigPage sandbox = edited("sandbox", DAYTIME);
        ConfigPage staged = edited("pre-release", NIGHT);
        environments().deploy(Deploy.version(1, "sandbox"));
        environments().promote(Promote.whateverIsActiveIn("sandbox"));
        runsWith(sandbox, ana().resolve(DESK, "sandbox"));
        runsWith(staged, ana().resolve(DESK, "pre-release"));
        environments().deploy(Deploy.version(2, "sandbox"));
        environments().rollBack(RollBack.of("sandbox"));
        runsWith(sandbox, ana().resolve(DESK, "sandbox"));
        assertEquals(List.of(sandbox, staged, ConfigPage.empty("live")), pages().list());
    }

    @Test
    void aVersionOrADraftRunsWithoutAPageUntilItIsGivenOne() {
        published();
        ConfigPage page = edited("sandbox", DAYTIME);
        Draft draft = drafts().open(NewDraft.from(Ref.version(1), "Next"));
        for (Ref ref : List.of(Ref.version(1), Ref.draft(draft.id()))) {
            Resolution test = ana().resolve(DESK, ref);
            runsWith(ConfigPage.empty("none"), test);
            runsWith(page, test.with(page));
            assertEquals(test.content(), test.with(page).content());
        }
    }

    @Test
    void theHostFillsVariablesIntoTexts() {
        Content content =
                Content.parse("{\"say\":[\"Call {{phone}}.\",{\"{{phone}}\":\"{{fee}} or {{phone}}\"}],\"n\":1.50,"
                        + "\"on\":true,\"none\":null}");
        published();
        Draft draft = drafts().open(NewDraft.from(Ref.content(content), "Texts"));
        drafts().publish(Publish.draft(draft.ref()).superseding(1));
        environments().deploy(Deploy.version(2, "sandbox"));
        edited("sandbox", DAYTIME);
        Resolution resolution = ana().resolve(DESK, "sandbox");
        Content rendered = resolution.rendered((text, variables) ->
                text.replace("{{phone}}", ((JsonString) variables.find("phone").orElseThrow()).value()));
        assertEquals(
                "{\"say\":[\"Call +49 30 1234.\",{\"{{phone}}\":\"{{fee}} or +49 30 1234\"}],\"n\":1.50,\"on\":true,"
                        + "\"none\":null}",
                rendered.toJson());
        assertEquals(content.toJson(), resolution.content().toJson());
        assertThrows(
                IllegalStateException.class,
                () -> resolution.rendered((text, variables) -> {
                    throw new IllegalStateException("the host's own");
                }));
    }
}
