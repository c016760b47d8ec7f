package dev.stet.rules;

import static dev.stet.rules.DraftVerbs.BOTH;
import static dev.stet.rules.DraftVerbs.GOOD_DAY;
import static dev.stet.rules.DraftVerbs.HELLO;
import static dev.stet.rules.DraftVerbs.LIVELY;
import static dev.stet.rules.Known.KEY;
import static dev.stet.rules.Known.POLICIES;

import dev.stet.content.Content;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.environment.Promote;
import dev.stet.environment.Replacing;
import dev.stet.environment.RollBack;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Annotate;
import dev.stet.version.Publish;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody may ask for, whatever is there by then. Equal choices are the same verb on the same facts.
 *
 * @param kind which verb
 * @param one chooses the draft or the version that it is about
 * @param other chooses the rest
 * @param minutes how much later it is on the clock of whoever asks; clocks differ
 */
record RandomVerb(Kind kind, int one, int other, int minutes) {
    enum Kind {
        OPEN,
        SAVE,
        SAVE_OVER,
        RESTORE,
        RENAME,
        DISCARD,
        PUBLISH,
        PUBLISH_DEPLOYING,
        REBASE,
        MERGE,
        ARCHIVE,
        DEPLOY,
        PROMOTE,
        ROLL_BACK,
        EMPTY,
        FREEZE,
        UNFREEZE
    }

    Verb<?, ?> on(Known known) {
        return switch (kind) {
            case OPEN, SAVE, SAVE_OVER, RESTORE, RENAME, DISCARD -> onDraft(draft(known), known);
            case PUBLISH, PUBLISH_DEPLOYING, REBASE, MERGE -> onOpenDraft(openDraft(known, one), known);
            case ARCHIVE ->
                new AnnotateVersion(KEY, version(known), 1, Annotate.nothing().archived(true), POLICIES);
            default -> onEnvironment(known);
        };
    }

    private Verb<?, ?> onDraft(Draft draft, Known known) {
        return switch (kind) {
            case OPEN -> new OpenDraft(KEY, NewDraft.from(source(draft, known), "Work"), POLICIES);
            case SAVE -> DraftVerbs.save(draft.ref(), content());
            case SAVE_OVER -> DraftVerbs.save(draft.id(), content());
            case RESTORE -> DraftVerbs.restore(draft.ref(), source(draft, known));
            case RENAME -> new RenameDraft(KEY, draft.id(), chosen(List.of("Spring", "Fall"), other), POLICIES);
            default -> DraftVerbs.discard(draft.ref());
        };
    }

    private Verb<?, ?> onOpenDraft(Draft draft, Known known) {
        return switch (kind) {
            case REBASE ->
                new ApplyMerge(KEY, DraftVerbs.rebase(known, draft), Resolutions.all(Resolution.ours()), POLICIES);
            case MERGE -> DraftVerbs.apply(DraftVerbs.merge(known, openDraft(known, other), draft));
            default -> {
                AfterPublish after = chosen(List.of(AfterPublish.values()), other / 3);
                yield new PublishDraft(KEY, publish(draft, known), Declared.afterPublish(after));
            }
        };
    }

    private Publish publish(Draft draft, Known known) {
        Publish plain = Publish.draft(draft.ref());
        Publish publish = chosen(List.of(plain, plain.rebasingIfClean(), plain.superseding(known.latest())), other);
        return kind == Kind.PUBLISH_DEPLOYING ? publish.deployTo("sandbox") : publish;
    }

    private Verb<?, ?> onEnvironment(Known known) {
        String environment = chosen(Known.PIPELINE.environments(), other);
        return switch (kind) {
            case DEPLOY -> new DeployVersion(KEY, Deploy.version(version(known), "sandbox"), POLICIES);
            case PROMOTE ->
                new PromoteDeployment(
                        KEY,
                        Promote.whateverIsActiveIn(environment)
                                .to(Known.PIPELINE.next(environment).orElse("sandbox")),
                        POLICIES);
            case ROLL_BACK -> new RollBackEnvironment(KEY, RollBack.of(environment), POLICIES);
            case EMPTY -> new EmptyEnvironment(KEY, environment, "", Replacing.anything(), POLICIES);
            case FREEZE -> new FreezeEnvironment(KEY, environment, "Fair days.", POLICIES);
            default -> new UnfreezeEnvironment(KEY, environment, "Open again.", POLICIES);
        };
    }

    private Draft draft(Known known) {
        return chosen(drafts(known), one);
    }

    private static List<Draft> drafts(Known known) {
        return known.history(known.found(), Known.NOON).drafts();
    }

    /** If there is one. */
    private static Draft openDraft(Known known, int which) {
        List<Draft> all = drafts(known);
        List<Draft> open =
                all.stream().filter(draft -> draft.status() == DraftStatus.OPEN).toList();
        return chosen(open.isEmpty() ? all : open, which);
    }

    private long version(Known known) {
        return 1 + one % (known.latest() + 1);
    }

    private Content content() {
        return chosen(List.of(HELLO, GOOD_DAY, LIVELY, BOTH, Content.empty()), other);
    }

    private Ref source(Draft draft, Known known) {
        Optional<Ref> version = Optional.of(Ref.version(version(known))).filter(ref -> known.latest() > 0);
        return chosen(
                List.of(
                        version.orElseGet(() -> Ref.content(content())),
                        Ref.draft(draft.id()),
                        Ref.revision(new DraftRef(draft.id(), 1 + one % draft.revision())),
                        Ref.content(content())),
                other);
    }

    private static <T> T chosen(List<T> choices, int which) {
        return choices.get(which % choices.size());
    }
}
