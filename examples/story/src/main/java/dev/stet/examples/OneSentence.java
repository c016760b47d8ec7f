package dev.stet.examples;

import dev.stet.content.Content;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.merge.Conflict;
import dev.stet.merge.Conflict.Part;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.ref.Ref;
import java.util.Optional;

/** Two drafts of the same prompt are merged. Where both reworded the same sentence, somebody has to decide. */
final class OneSentence extends Chapter {
    private static final JsonPointer SYSTEM = JsonPointer.parse("/prompt/system");
    private static final String RULE_EIGHT = "8. Ask one question at a time.";

    OneSentence(Stage stage) {
        super(stage, "One sentence, two authors");
    }

    @Override
    void play() {
        clock.at("10:19");
        Draft anas = opened(ana, "Calmer calls");
        Draft bens = opened(ben, "Shorter calls");
        anas = reworded(ana, anas, RULE_EIGHT, "8. Ask one question at a time, and wait for the answer.");
        bens = reworded(ben, bens, RULE_EIGHT, "8. Never ask two questions at once.");
        bens = reworded(ben, bens, "- Two sentences at most", "- Two short sentences at most");
        narrator.says(ana, "and Ben both work on the system prompt, each in a draft of their own.");
        benMerges(anas, bens);
        ana.drafts().discard(anas.ref());
        narrator.says(ana, "closes her draft. His is for next week.");
    }

    private Draft opened(Person who, String name) {
        return who.drafts().open(NewDraft.from(Ref.version(who.latestVersion().number()), name));
    }

    /** Other words in one place of the system prompt, a text of some forty lines. */
    private static Draft reworded(Person who, Draft draft, String words, String other) {
        Content content = who.contents().read(Ref.revision(draft.ref()));
        String system = ((JsonString) content.root().find(SYSTEM).orElseThrow()).value();
        JsonString now = new JsonString(system.replace(words, other));
        Edit edit = Edit.mergePatch(JsonObject.of("prompt", JsonObject.of("system", now)));
        return who.drafts().save(draft.ref(), edit).draft();
    }

    private void benMerges(Draft anas, Draft bens) {
        MergePlan plan = ben.drafts().planMerge(anas.id(), bens.id());
        Conflict conflict = plan.merge().conflicts().get(0);
        narrator.says(
                ben,
                "brings hers into his. One line is in conflict, at %s; what else they changed is merged."
                        .formatted(conflict.pointer()));
        narrator.aside("It was:    " + lines(conflict.base()));
        narrator.aside("Ben says:  " + lines(conflict.ours()));
        narrator.aside("Ana says:  " + lines(conflict.theirs()));
        Draft merged = ben.drafts()
                .apply(plan, Resolutions.none().with(conflict, Resolution.theirs()))
                .draft();
        narrator.says(ben, "takes her sentence: revision %d of his draft.".formatted(merged.revision()));
    }

    private static String lines(Optional<Part> part) {
        return ((JsonString) part.orElseThrow().value()).value().strip();
    }
}
