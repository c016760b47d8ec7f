package dev.stet.rules;

import dev.stet.access.Action;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.TextLimits;
import dev.stet.environment.Environment;
import dev.stet.version.Annotate;
import dev.stet.version.Annotation;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.Version;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.OptionalLong;

/** What may change on a version after publication. */
public final class VersionRules {
    private VersionRules() {}

    /**
     * Changes the annotation of a version.
     *
     * @param environments the agent's environments, as they are */
    public static Decision<Version> annotate(
            Agent agent,
            Version version,
            List<Environment> environments,
            long expectedRevision,
            Annotate command,
            Policies policies,
            Call call) {
        AgentRules.requireEditable(agent);
        Annotation before = version.annotation();
        if (before.revision() != expectedRevision) {
            throw new StaleAnnotationException(expectedRevision, version);
        }
        Transition transition = Transition.of(agent, call);
        transition.about(Subject.agent().version(version.number()));
        Annotation after = annotated(before, command, policies.textLimits(), transition);
        if (after.archived() && !before.archived()) {
            requireUnused(version, environments);
        }
        recordChanges(transition, before, after);
        if (same(before, after)) {
            return transition.unchanged(Action.ANNOTATE_VERSION, agent, version);
        }
        Version annotated = version.withAnnotation(after);
        transition.annotate(annotated);
        return transition.changed(Action.ANNOTATE_VERSION, agent, annotated);
    }

    private static Annotation annotated(Annotation before, Annotate command, TextLimits limits, Transition transition) {
        command.label().ifPresent(label -> Texts.optional("label", label, limits.label()));
        command.description().ifPresent(text -> Texts.optional("description", text, limits.description()));
        return new Annotation(
                before.revision() + 1,
                command.label().orElse(before.label()),
                command.description().orElse(before.description()),
                command.pinned().orElse(before.pinned()),
                command.archived().orElse(before.archived()),
                transition.call().actor(),
                transition.at());
    }

    private static void requireUnused(Version version, List<Environment> environments) {
        List<String> serving = environments.stream()
                .filter(environment -> environment.version().equals(OptionalLong.of(version.number())))
                .map(Environment::name)
                .toList();
        if (!serving.isEmpty()) {
            throw new VersionInUseException(version.number(), serving);
        }
    }

    private static boolean same(Annotation before, Annotation after) {
        return before.label().equals(after.label())
                && before.description().equals(after.description())
                && before.pinned() == after.pinned()
                && before.archived() == after.archived();
    }

    private static void recordChanges(Transition transition, Annotation before, Annotation after) {
        transition.recordIfChanged("label", before.label(), after.label());
        transition.recordIfChanged("description", before.description(), after.description());
        transition.recordIfChanged("pinned", before.pinned(), after.pinned());
        transition.recordIfChanged("archived", before.archived(), after.archived());
    }
}
