package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Change;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftIdTakenException;
import dev.stet.draft.DraftLimitException;
import dev.stet.draft.DraftPolicy;
import dev.stet.draft.NewDraft;
import dev.stet.facts.Recorded;
import dev.stet.facts.StandingQuery;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import dev.stet.version.Version;
import java.util.Optional;

/** Opens a draft: blank, or from a version, a draft, or a content of the caller's. */
public record OpenDraft(AgentKey key, NewDraft draft, Policies policies)
        implements ChangeOfAgent<OpenDraft.State, Draft> {
    /**
     * What a draft is opened from, and beside which.
     *
     * @param sameId the draft that already has the id asked for
     * @param open a draft of the agent that is open
     */
    public record State(Agent agent, Source source, Optional<Draft> sameId, Optional<Draft> open) {}

    @Override
    public Action action() {
        return Action.OPEN_DRAFT;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("name", draft.name())
                .option("from", draft.from())
                .option("id", draft.id());
    }

    /** A draft is most often opened from the latest version, from another draft, or as an edit of what is there. */
    @Override
    public StandingQuery sees() {
        StandingQuery sees = StandingQuery.of(key);
        if (draft.from().orElse(null) instanceof Ref.OfDraft from) {
            return sees.with(from.id());
        }
        return draft.from().isPresent() ? sees.withLatest() : sees;
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        Source source = draft.from().map(ref -> source(agent, reading, ref)).orElseGet(Source::blank);
        Optional<Draft> sameId = draft.id().flatMap(id -> reading.findDraft(key, id));
        Optional<Draft> open = agent.head().openDrafts() == 0 ? Optional.empty() : reading.findOpenDraft(key);
        return new State(agent, source, sameId, open);
    }

    /** A content of the caller's may resemble the latest version. */
    private Source source(Agent agent, Reading reading, Ref ref) {
        Source source = reading.source(key, ref);
        long latest = agent.head().latestVersion();
        return source.stored() || latest == 0
                ? source
                : source.resembling(reading.findVersion(key, latest).map(Version::hash));
    }

    @Override
    public Decision<Draft> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        state.sameId().ifPresent(taken -> {
            throw new DraftIdTakenException(taken.id());
        });
        if (policies.drafts() == DraftPolicy.ONE_PER_AGENT) {
            state.open().ifPresent(other -> {
                throw new DraftLimitException(other);
            });
        }
        DraftRules.requireWithinLimits(state.source(), policies);
        Transition transition = Transition.of(state.agent(), call);
        DraftId id = draft.id().orElse(call.newDraft());
        String name =
                Texts.required("draft name", draft.name(), policies.textLimits().name());
        Draft opened = DraftRules.openInto(transition, id, name, state.source());
        transition.about(Subject.agent().draft(id, opened.revision()));
        transition.record("draft", Change.to(draft.name()));
        return transition.changed(action(), state.agent(), opened);
    }

    @Override
    public Draft told(Recorded first, Reading reading) {
        return reading.draft(key, first.draft());
    }
}
