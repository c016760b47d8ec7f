package dev.stet;

import dev.stet.content.Content;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What runs: the content, and what a host should log beside a conversation to know later what it ran on.
 *
 * @param agent whose content
 * @param ref which of the agent's contents: a version, or a draft revision for a test run
 * @param environment the environment that was asked, where one was
 * @param deployment the number of the deployment that put the version there, where an environment was asked
 * @param content the content. Immutable and shared: resolving neither copies nor parses what is in memory
 */
public record Resolution(
        AgentKey agent, Ref ref, Optional<String> environment, OptionalLong deployment, Content content) {

    /** The number of the version; empty for a test run of a draft. */
    public OptionalLong version() {
        return ref instanceof Ref.OfVersion version ? OptionalLong.of(version.number()) : OptionalLong.empty();
    }

    /** Names this very content, so that a session goes on with it whatever is deployed meanwhile. */
    public Pin pin() {
        return new Pin(agent.agent(), ref);
    }
}
