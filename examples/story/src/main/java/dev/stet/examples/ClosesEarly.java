package dev.stet.examples;

import dev.stet.Resolution;
import dev.stet.content.Content;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PagePlan;
import dev.stet.page.PageVariablesException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.ref.Ref;
import dev.stet.version.Publish;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changes at once, without a new version: the config page of an environment, and the schema that guards it. */
final class ClosesEarly extends Chapter {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{page\\.(\\w+)}}");

    private final JsonObject page = FrontDesk.page();

    ClosesEarly(Stage stage) {
        super(stage, "It closes early");
    }

    @Override
    void play() {
        anaBeginsAPage();
        benChangesAValue();
        marloSpeaksOfIt();
    }

    private void anaBeginsAPage() {
        clock.at("15:00");
        ConfigPage live = ana.pages().get(FrontDesk.LIVE);
        PageEdit edit = PageEdit.variables(part("variables")).withSchema(part("schema"));
        ConfigPage begun = ana.pages().edit(live.ref(), edit).page();
        narrator.says(
                ana,
                "puts on the config page of live what may change at once, and the schema it must meet: %s. Revision %d."
                        .formatted(String.join(", ", begun.variables().sections()), begun.revision()));
    }

    private void benChangesAValue() {
        clock.at("15:10");
        ConfigPage live = ben.pages().get(FrontDesk.LIVE);
        narrator.says(ben, "hears of a storm: the practice will close at a quarter past four. He says so on the page.");
        try {
            ben.pages().edit(live.ref(), PageEdit.mergePatch(closes("quarter past four")));
            throw new IllegalStateException("the story expects a refusal here");
        } catch (PageVariablesException refused) {
            narrator.refused(refused);
        }
        clock.at("15:11");
        ben.pages().edit(live.ref(), PageEdit.mergePatch(closes("16:15")));
        Resolution now = phone.workspace().resolve(FrontDesk.ID, FrontDesk.LIVE);
        narrator.says(
                phone,
                "rings. Answer: version %d as before, page revision %d, closes at %s. Nothing was published."
                        .formatted(now.version().orElseThrow(), now.pageRevision(), text(now, "closes")));
    }

    private void marloSpeaksOfIt() {
        clock.at("15:20");
        Draft draft =
                ana.drafts().open(NewDraft.from(Ref.version(ana.latestVersion().number()), "Says when we close"));
        Draft saved = ana.drafts()
                .save(draft.ref(), Edit.sections(part("edit").root()))
                .draft();
        narrator.says(
                ana,
                "lets Marlo say when the practice closes, in words that refer to the page, and declares what the version"
                        + " needs of it. She publishes.");
        Publish publish = Publish.draft(saved.ref()).label("Says when we close");
        try {
            ana.drafts().publish(publish);
            throw new IllegalStateException("the story expects a refusal here");
        } catch (UnmetNeedsException refused) {
            narrator.refused(refused);
        }
        clock.at("15:25");
        copied(FrontDesk.PRE_RELEASE);
        narrator.shows(copied(FrontDesk.SANDBOX).diff().variables());
        published(ana, publish);
        Resolution now = phone.workspace().resolve(FrontDesk.ID, FrontDesk.SANDBOX);
        narrator.says(
                phone,
                "rehearses it: “%s”"
                        .formatted(((JsonString) now.rendered(ClosesEarly::filled)
                                        .section("farewellNotice")
                                        .orElseThrow())
                                .value()));
    }

    private PagePlan copied(String into) {
        PagePlan plan = ana.pages().planCopy(FrontDesk.LIVE, into);
        ana.pages().apply(plan);
        narrator.says(ana, "looks at what a copy of live's page would change in " + into + ", and makes it.");
        return plan;
    }

    /** The application's own template language, as simple as it can be. */
    private static String filled(String text, JsonObject variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> variables
                        .find(reference.group(1))
                        .map(value -> Matcher.quoteReplacement(
                                value instanceof JsonString words ? words.value() : value.toJson()))
                        .orElseGet(() -> Matcher.quoteReplacement(reference.group())));
    }

    private Content part(String name) {
        return Content.of((JsonObject) page.find(name).orElseThrow());
    }

    private static JsonObject closes(String time) {
        return JsonObject.of("closes", JsonValue.of(time));
    }

    private static String text(Resolution resolution, String variable) {
        return ((JsonString) resolution
                        .variables()
                        .root()
                        .find(JsonPointer.ROOT.append(variable))
                        .orElseThrow())
                .value();
    }
}
