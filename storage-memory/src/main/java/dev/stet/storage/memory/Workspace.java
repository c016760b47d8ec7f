package dev.stet.storage.memory;

import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.ref.AgentId;
import dev.stet.storage.AgentPosition;
import dev.stet.storage.AgentQuery;
import dev.stet.storage.AuditQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The agents of one workspace, and the lists that run across them. An agent is entered into a list before the state that
 * puts it there is published and taken out after the state that removes it is: a list holds at least what it must show,
 * and readers check each entry against the state of its cell.
 */
final class Workspace {
    private final ConcurrentHashMap<AgentId, AgentCell> cells = new ConcurrentHashMap<>();
    private final Map<AgentOrder, AgentIndex> agents = new EnumMap<>(AgentOrder.class);
    private final ConcurrentNavigableMap<AuditQuery.Position, AgentCell> audit =
            new ConcurrentSkipListMap<>(AuditQuery.Position.ORDER);

    Workspace() {
        for (AgentOrder order : AgentOrder.values()) {
            agents.put(order, new AgentIndex(AgentPosition.comparator(order)));
        }
    }

    Optional<AgentCell> cell(AgentId id) {
        return Optional.ofNullable(cells.get(id));
    }

    /** The cell of an agent that may not have one yet. */
    AgentCell entered(AgentId id) {
        return cell(id).orElseGet(() -> cells.computeIfAbsent(id, absent -> new AgentCell(this)));
    }

    /** To be called before a state is published. */
    void enter(AgentCell cell, AuditEntry entry, Optional<AgentPosition> before, Optional<AgentPosition> after) {
        audit.put(AuditQuery.Position.of(entry), cell);
        agents.values().forEach(index -> index.enter(cell, before, after));
    }

    /** To be called after a state was published. */
    void leave(Optional<AgentPosition> before, Optional<AgentPosition> after) {
        agents.values().forEach(index -> index.leave(before, after));
    }

    List<Agent> listAgents(AgentQuery query) {
        return Optional.ofNullable(agents.get(query.order())).orElseThrow().list(query);
    }

    long countAgents(AgentFilter filter) {
        return cells.values().stream()
                .flatMap(cell -> cell.state().rows().stream())
                .filter(rows -> rows.passes(filter))
                .count();
    }

    List<AuditEntry> listAudit(AuditQuery query) {
        return query.agent()
                .map(agent -> cell(agent)
                        .map(found -> found.state().trail().list(query))
                        .orElseGet(List::of))
                .orElseGet(() -> listAuditOfAll(query));
    }

    private List<AuditEntry> listAuditOfAll(AuditQuery query) {
        return query.after().map(position -> audit.tailMap(position, false)).orElse(audit).entrySet().stream()
                .flatMap(Workspace::published)
                .filter(entry -> query.request().isEmpty() || query.request().equals(entry.request()))
                .limit(query.limit())
                .toList();
    }

    private static Stream<AuditEntry> published(Map.Entry<AuditQuery.Position, AgentCell> entry) {
        return entry.getValue().state().trail().at(entry.getKey()).stream();
    }
}
