package dev.stet.storage.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.agent.Agent;
import dev.stet.environment.Deployment;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.Facts;
import dev.stet.facts.Serving;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that tell of others, an environment's and the agent's: beside those they say of each what that says itself. */
public final class NamedRows {
    private final Facts facts;
    private final AgentKey key;

    private NamedRows(Facts facts, AgentKey key) {
        this.facts = facts;
        this.key = key;
    }

    /** Compares all environments of an agent that nobody changes meanwhile. */
    public static void compare(Facts facts, AgentKey key) {
        NamedRows rows = new NamedRows(facts, key);
        List<Serving> environments = facts.listEnvironments(key);
        environments.forEach(rows::compare);
        facts.findAgent(key).ifPresent(agent -> compare(agent, environments));
    }

    private static void compare(Agent agent, List<Serving> environments) {
        Set<String> serving = environments.stream()
                .filter(environment -> environment.environment().version().isPresent())
                .map(Serving::name)
                .collect(Collectors.toSet());
        assertEquals(serving, agent.head().servedIn(), "where agent " + agent.key() + " tells that it serves");
    }

    private void compare(Serving serving) {
        Optional<Deployment> active =
                first(facts.listDeployments(key, DeploymentQuery.in(serving.name(), Optional.empty(), 1)));
        OptionalLong version = active.map(Deployment::version).orElse(OptionalLong.empty());
        Optional<Version> served = version.isPresent() ? facts.findVersion(key, version.getAsLong()) : Optional.empty();
        Optional<PageRevision> page = first(facts.listPageRevisions(key, serving.name(), Long.MAX_VALUE, 1));
        Serving expected = Serving.untouched(serving.name())
                .withFreeze(serving.environment().freeze());
        expected = active.isPresent() ? expected.after(active.get(), served) : expected;
        expected = page.isPresent() ? expected.after(page.get()) : expected;
        assertEquals(expected, serving, "what environment " + serving.name() + " tells of the rows that it names");
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
