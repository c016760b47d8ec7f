package dev.stet.facts;

import dev.stet.agent.Agent;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.ref.AgentKey;
import dev.stet.storage.Column;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The keys of the rows that a {@link StandingQuery} asks for, and where in the answer each of them is. */
final class StandingRead {
    private static final int AGENT = 0;

    private final StandingQuery query;
    private final List<Key> keys = new ArrayList<>();
    private final OptionalInt draft;
    private final OptionalInt latest;
    private final OptionalInt environment;
    private final OptionalInt deployment;
    private final OptionalInt version;
    private final OptionalInt page;

    StandingRead(StandingQuery query) {
        this.query = query;
        AgentKey agent = query.key();
        keys.add(AgentTable.key(agent));
        draft = query.draft().isPresent()
                ? asked(DraftTable.key(agent, query.draft().get()))
                : OptionalInt.empty();
        latest = query.latest()
                ? asked(VersionTable.key(agent, new Key.Link(AGENT, AgentTable.LATEST_VERSION)))
                : OptionalInt.empty();
        environment = query.environment().isPresent()
                ? asked(EnvironmentTable.key(agent, query.environment().get()))
                : OptionalInt.empty();
        deployment = beside(Beside.DEPLOYMENT, EnvironmentTable.DEPLOYMENT, link -> DeploymentTable.key(agent, link));
        version = beside(Beside.VERSION, EnvironmentTable.VERSION, link -> VersionTable.key(agent, link));
        page = beside(
                Beside.PAGE,
                EnvironmentTable.PAGE,
                link -> PageTable.key(agent, query.environment().orElseThrow(), link));
    }

    private OptionalInt beside(Beside row, Column number, Function<Key.Link, Key> key) {
        return query.asks(row)
                ? asked(key.apply(new Key.Link(environment.orElseThrow(), number)))
                : OptionalInt.empty();
    }

    private OptionalInt asked(Key key) {
        keys.add(key);
        return OptionalInt.of(keys.size() - 1);
    }

    Optional<Standing> from(Storage storage) {
        List<Optional<Row>> rows = storage.read(keys);
        Optional<Agent> agent = rows.get(AGENT).map(AgentTable::agent);
        return agent.map(found -> new Standing(
                found,
                find(rows, draft, DraftTable::draft),
                find(rows, latest, VersionTable::version),
                query.environment()
                        .map(name -> find(rows, environment, EnvironmentTable::serving)
                                .orElseGet(() -> Serving.untouched(name))),
                find(rows, deployment, DeploymentTable::deployment),
                find(rows, version, VersionTable::version),
                find(rows, page, PageTable::page)));
    }

    private static <T> Optional<T> find(List<Optional<Row>> rows, OptionalInt place, Function<Row, T> codec) {
        return place.isPresent() ? rows.get(place.getAsInt()).map(codec) : Optional.empty();
    }
}
