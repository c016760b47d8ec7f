package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.AccessRequest;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.NewAgent;
import dev.stet.agent.TextLimits;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Identities;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Deploy;
import dev.stet.environment.Pipeline;
import dev.stet.facts.Recorded;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.schema.SchemaLimits;
import dev.stet.version.Annotate;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of one agent, and by whom it is asked for: a world without a store, in which {@link Verb}s are carried out as the
 * engine does it. What one decided is known to the next.
 */
final class Known extends KnownFacts implements Asking {
    static final AgentKey KEY = AgentKey.of("acme", "front-desk");
    static final Actor ANA = Actor.of("ana");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Pipeline PIPELINE = Pipeline.of("sandbox", "staging", "live");
    static final Policies POLICIES = policies(PIPELINE);

    /** A content that needs a token of its config page, and variables that have one. */
    static final Content NEEDY = Content.parse("{\"needs\":{\"required\":[\"token\"]}}");

    static final Content TOKEN = Content.parse("{\"token\":\"t-1\"}");

    private final List<String> asked = new ArrayList<>();
    private final Set<String> forbidden = new HashSet<>();
    private Optional<RequestId> request = Optional.empty();
    private Optional<Recorded> last = Optional.empty();
    private Actor actor = ANA;
    private Instant now = NOON;

    private Known(AgentKey key) {
        super(key);
    }

    /** No agent at all. */
    static Known nothing() {
        return nothing(KEY);
    }

    static Known nothing(AgentKey key) {
        return new Known(key);
    }

    /** A new agent, with a blank draft {@code d-1}. */
    static Known agent() {
        return agent(KEY, NewAgent.named("Front desk"));
    }

    static Known agent(AgentKey key, NewAgent given) {
        Known known = new Known(key);
        known.make(new CreateAgent(key, given, POLICIES));
        return known;
    }

    static Policies policies(Pipeline pipeline) {
        return policies(pipeline, Map.of(), Optional.empty(), Map.of());
    }

    /** Where agents of this kind, or, if it is empty, of any kind, say at {@code /needs} what they need of their config page. */
    static Policies needy(String kind) {
        JsonPointer needs = JsonPointer.parse("/needs");
        return kind.isEmpty()
                ? policies(PIPELINE, Map.of(), Optional.of(needs), Map.of())
                : policies(PIPELINE, Map.of(), Optional.empty(), Map.of(kind, needs));
    }

    static Policies policies(
            Pipeline pipeline,
            Map<String, Pipeline> byKind,
            Optional<JsonPointer> needs,
            Map<String, JsonPointer> needsByKind) {
        return new Policies(
                pipeline,
                byKind,
                ContentRules.none(),
                Map.of(),
                Identities.byDefault(),
                Map.of(),
                needs,
                needsByKind,
                new CompiledSchemas(SchemaLimits.DEFAULT),
                ContentLimits.DEFAULT,
                TextLimits.DEFAULT,
                DraftPolicy.MANY_PER_AGENT,
                AfterPublish.CONSUME);
    }

    /** Carries out a verb up to its decision. */
    <S, R> Decision<R> decide(Verb<S, R> verb) {
        asked.clear();
        verb.asks(this);
        standing(verb.sees(), row());
        S state = verb.needs(row(), this);
        verb.asks(state, this);
        return verb.decides(state, call(verb));
    }

    /** Carries out a verb, and from now on knows what it changed. */
    <R> R make(Verb<?, R> verb) {
        Decision<R> decision = decide(verb);
        decision.contents().forEach(content -> give(content.content()));
        decision.changes().ifPresent(change -> {
            learn(change);
            last = Optional.of(new Recorded(change.audit(), change.receipt()));
        });
        return decision.outcome();
    }

    /** The refusal that a verb ends in. */
    <X extends RuntimeException> X refusal(Class<X> type, Verb<?, ?> verb) {
        return assertThrows(type, () -> decide(verb));
    }

    /** The line that a verb leaves in the audit trail. */
    AuditEntry entry(Verb<?, ?> verb) {
        return decide(verb).changes().orElseThrow().audit();
    }

    /** What the caller of a retry is told, if this verb was the last to leave something on record. */
    <R> R retry(Verb<?, R> verb) {
        return verb.told(last.orElseThrow(), this);
    }

    /** From now on, all is asked for under this request id. */
    Known on(String id) {
        request = Optional.of(RequestId.of(id));
        return this;
    }

    /** From now on, somebody else asks. */
    Known by(String id) {
        actor = Actor.of(id);
        return this;
    }

    /** From now on, it is later. */
    Known after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** From now on, the host's access policy does not allow this: {@code DEPLOY} anywhere, or {@code DEPLOY live}. */
    Known forbid(String permission) {
        forbidden.add(permission);
        return this;
    }

    /** For what the last verb asked leave, in this order: {@code READ}, or {@code DEPLOY live}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** A further version that says this. */
    Version publish(String prompt) {
        return publish(Content.parse("{\"prompt\":\"" + prompt + "\"}"));
    }

    /** A further version of this content. */
    Version publish(Content content) {
        long number = found().head().latestVersion() + 1;
        give(content);
        Version version = new Version(
                number,
                VersionId.of("v-" + number),
                content.hash(),
                content.size(),
                new TreeSet<>(content.sections()),
                new Lineage(
                        number == 1 ? OptionalLong.empty() : OptionalLong.of(number - 1),
                        OptionalLong.empty(),
                        DraftRef.of("d-1", 1),
                        OptionalLong.empty(),
                        Optional.empty()),
                actor,
                now,
                new Annotation(1, "", "", false, false, actor, now));
        know(version);
        return version;
    }

    Known deploy(long version, String environment) {
        make(new DeployVersion(KEY, Deploy.version(version, environment), policies(PIPELINE.entries(environment))));
        return this;
    }

    Known freeze(String environment) {
        make(new FreezeEnvironment(KEY, environment, "Fair days.", POLICIES));
        return this;
    }

    Known archive() {
        AgentEdit edit = AgentEdit.nothing().status(AgentStatus.ARCHIVED);
        make(new EditAgent(key, found().revision(), edit, POLICIES));
        return this;
    }

    Known archive(long version) {
        make(new AnnotateVersion(key, version, 1, Annotate.nothing().archived(true), POLICIES));
        return this;
    }

    /** Another agent beside this one. */
    Known beside(Known other) {
        know(other);
        return this;
    }

    /** As retention does it. */
    Known drop(long version) {
        forget(version);
        return this;
    }

    /** The next revision of an environment's config page. */
    Known page(String environment, Content variables, Content schema) {
        give(variables);
        give(schema);
        PageRevision revision = new PageRevision(
                environment,
                serving(key, environment).environment().page() + 1,
                PageRevision.Cause.EDITED,
                Optional.empty(),
                variables.hash(),
                schema.hash(),
                new TreeSet<>(variables.sections()),
                actor,
                now);
        know(revision);
        return this;
    }

    private Call call(Verb<?, ?> verb) {
        return new Call(
                actor,
                request,
                request.map(id -> verb.asked().hash()),
                now,
                Duration.ofDays(1),
                unusedDraft(),
                VersionId.of("v-" + (latest() + 1)));
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public void permit(Action action, AgentKey whose) {
        permit(action, whose, Optional.empty());
    }

    @Override
    public void permit(Action action, AgentKey whose, String environment) {
        permit(action, whose, Optional.of(environment));
    }

    private void permit(Action action, AgentKey whose, Optional<String> environment) {
        String what = action + environment.map(name -> " " + name).orElse("");
        asked.add(whose.equals(key) ? what : what + " of " + whose);
        if (forbidden.contains(what) || forbidden.contains(action.toString())) {
            throw new AccessDeniedException(
                    new AccessRequest(whose.workspace(), actor, action, Optional.of(whose.agent()), environment));
        }
    }
}
