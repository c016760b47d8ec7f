package dev.stet.agent;

import dev.stet.input.Given;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which agents of a workspace a list shows: those that meet every condition that is present.
 *
 * @param status have this status
 * @param kind are of this kind
 * @param tag carry this tag
 * @param nameText have this text in their name, whatever the case
 * @param hasVersion have been published at least once, or never
 * @param servedIn have a version serving in this environment
 */
public record AgentFilter(
        Optional<AgentStatus> status,
        Optional<String> kind,
        Optional<String> tag,
        Optional<String> nameText,
        Optional<Boolean> hasVersion,
        Optional<String> servedIn) {
    public AgentFilter {
        Given.the("status", status);
        Given.sought("kind", kind);
        Given.sought("tag", tag);
        Given.sought("name text", nameText);
        Given.the("whether it has a version", hasVersion);
        Given.environment(servedIn);
    }

    /** Every agent, archived ones included. */
    public static AgentFilter all() {
        return new AgentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public AgentFilter status(AgentStatus given) {
        return new AgentFilter(Given.chosen("status", given), kind, tag, nameText, hasVersion, servedIn);
    }

    public AgentFilter kind(String given) {
        return new AgentFilter(status, Given.chosen("kind", given), tag, nameText, hasVersion, servedIn);
    }

    public AgentFilter tag(String given) {
        return new AgentFilter(status, kind, Given.chosen("tag", given), nameText, hasVersion, servedIn);
    }

    public AgentFilter nameText(String given) {
        return new AgentFilter(status, kind, tag, Given.chosen("name text", given), hasVersion, servedIn);
    }

    public AgentFilter hasVersion(boolean given) {
        return new AgentFilter(status, kind, tag, nameText, Optional.of(given), servedIn);
    }

    public AgentFilter servedIn(String environment) {
        return new AgentFilter(status, kind, tag, nameText, hasVersion, Given.chosen("environment name", environment));
    }

    /**
     * Whether an agent meets every condition.
     *
     * @param serves whether the agent has a version serving in the environment with this name; asked only when the
     *     filter has that condition
     */
    public boolean accepts(Agent agent, Predicate<String> serves) {
        return status.map(wanted -> wanted == agent.status()).orElse(true)
                && kind.map(wanted -> wanted.equals(agent.kind())).orElse(true)
                && tag.map(agent.tags()::contains).orElse(true)
                && nameText.map(text -> agent.foldedName().contains(Agent.foldName(text)))
                        .orElse(true)
                && hasVersion
                        .map(wanted -> wanted == (agent.head().latestVersion() > 0))
                        .orElse(true)
                && servedIn.map(serves::test).orElse(true);
    }
}
