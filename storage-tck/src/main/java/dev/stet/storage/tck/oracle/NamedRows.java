package dev.stet.storage.tck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.environment.Deployment;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.storage.DeploymentQuery;
import dev.stet.storage.Serving;
import dev.stet.storage.Storage;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The row of an environment beside the rows that it tells of: it says of each what that says itself. */
public final class NamedRows {
    private final Storage storage;
    private final AgentKey key;

    private NamedRows(Storage storage, AgentKey key) {
        this.storage = storage;
        this.key = key;
    }

    /** Compares all environments of an agent that nobody changes meanwhile. */
    public static void compare(Storage storage, AgentKey key) {
        NamedRows rows = new NamedRows(storage, key);
        storage.listEnvironments(key).forEach(rows::compare);
    }

    private void compare(Serving serving) {
        Optional<Deployment> active =
                first(storage.listDeployments(key, DeploymentQuery.in(serving.name(), Long.MAX_VALUE, 1)));
        OptionalLong version = active.map(Deployment::version).orElse(OptionalLong.empty());
        Optional<Version> served =
                version.isPresent() ? storage.findVersion(key, version.getAsLong()) : Optional.empty();
        Optional<PageRevision> page = first(storage.listPageRevisions(key, serving.name(), Long.MAX_VALUE, 1));
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
