package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.TextLimits;
import dev.stet.environment.Environment;
import dev.stet.facts.Recorded;
import dev.stet.ref.AgentKey;
import dev.stet.version.Annotate;
import dev.stet.version.Annotation;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.Version;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Changes a version's annotation: all of a version that may change after publication.
 *
 * @param number the number of the version
 * @param expected the revision of the annotation as the caller saw it
 */
public record AnnotateVersion(AgentKey key, long number, long expected, Annotate annotate, Policies policies)
        implements ChangeOfAgent<AnnotateVersion.State, Version> {
    /** The version, and the agent's environments, as they are. */
    public record State(Agent agent, Version version, List<Environment> environments) {
        public State {
            environments = List.copyOf(environments);
        }
    }

    @Override
    public Action action() {
        return Action.ANNOTATE_VERSION;
    }

    @Override
    public Asked asked() {
        return new Asked()
                .with("version", number)
                .with("expected", expected)
                .option("label", annotate.label())
                .option("description", annotate.description())
                .option("pinned", annotate.pinned())
                .option("archived", annotate.archived());
    }

    @Override
    public State needs(Agent agent, Reading reading) {
        return new State(agent, reading.version(key, number), reading.environments(key));
    }

    @Override
    public Decision<Version> decides(State state, Call call) {
        AgentRules.requireEditable(state.agent());
        Version version = state.version();
        Annotation before = version.annotation();
        if (before.revision() != expected) {
            throw new StaleAnnotationException(expected, version);
        }
        Transition transition = Transition.of(state.agent(), call);
        transition.about(Subject.agent().version(number));
        Annotation after = annotated(before, transition);
        if (after.archived() && !before.archived()) {
            requireUnused(state.environments());
        }
        record(transition, before, after);
        if (same(before, after)) {
            return transition.unchanged(action(), state.agent(), version);
        }
        Version annotated = version.withAnnotation(after);
        transition.annotate(annotated);
        return transition.changed(action(), state.agent(), annotated);
    }

    @Override
    public Version told(Recorded first, Reading reading) {
        return reading.version(key, number);
    }

    private Annotation annotated(Annotation before, Transition transition) {
        TextLimits limits = policies.textLimits();
        annotate.label().ifPresent(label -> Texts.optional("label", label, limits.label()));
        annotate.description().ifPresent(text -> Texts.optional("description", text, limits.description()));
        return new Annotation(
                before.revision() + 1,
                annotate.label().orElse(before.label()),
                annotate.description().orElse(before.description()),
                annotate.pinned().orElse(before.pinned()),
                annotate.archived().orElse(before.archived()),
                transition.call().actor(),
                transition.at());
    }

    private void requireUnused(List<Environment> environments) {
        List<String> serving = environments.stream()
                .filter(environment -> environment.version().equals(OptionalLong.of(number)))
                .map(Environment::name)
                .toList();
        if (!serving.isEmpty()) {
            throw new VersionInUseException(number, serving);
        }
    }

    private static boolean same(Annotation before, Annotation after) {
        return before.label().equals(after.label())
                && before.description().equals(after.description())
                && before.pinned() == after.pinned()
                && before.archived() == after.archived();
    }

    private static void record(Transition transition, Annotation before, Annotation after) {
        transition.recordIfChanged("label", before.label(), after.label());
        transition.recordIfChanged("description", before.description(), after.description());
        transition.recordIfChanged("pinned", before.pinned(), after.pinned());
        transition.recordIfChanged("archived", before.archived(), after.archived());
    }
}
