package dev.stet.registry.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Listing;
import dev.stet.Range;
import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Change;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentEdit;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentIdTakenException;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.Created;
import dev.stet.agent.Duplication;
import dev.stet.agent.NewAgent;
import dev.stet.agent.StaleAgentException;
import dev.stet.environment.Deploy;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be done with agents, verb by verb. */
class AgentLifecycleTest extends FrontDesk {
    @Test
    void anAgentIsCreatedTogetherWithItsFirstDraft() {
        NewAgent given = NewAgent.named("Front desk")
                .id(DESK)
                .description("Answers the phone")
                .kind("voice")
                .tags(Set.of("dental", "phone"))
                .content(GREETING)
                .draftName("From the template");
        Created created = ana().agents().create(given);

        Agent agent = ana().agents().get(DESK);
        assertEquals(created.agent(), agent);
        assertEquals(List.of("dental", "phone"), List.copyOf(agent.tags()));
        assertEquals(AgentStatus.ACTIVE, agent.status());
        assertEquals("From the template", drafts().get(created.draft().id()).name());
        assertEquals(
                GREETING.toJson(),
                ana().contents(DESK).read(Ref.draft(created.draft().id())).toJson());
    }

    @Test
    void idsAreGeneratedInTheOrderOfTimeWhereTheHostGivesNone() {
        Workspace ana = ana();
        AgentId first = ana.agents().create(NewAgent.named("One")).agent().id();
        AgentId second = ana.agents().create(NewAgent.named("Two")).agent().id();
        assertTrue(first.value().compareTo(second.value()) < 0);
        assertEquals(List.of(second.value(), first.value()), listed(AgentFilter.all(), AgentOrder.NEWEST_FIRST));
    }

    @Test
    void anEditNamesTheRevisionItIsMeantFor() {
        created();
        Agent edited = ana().agents()
                .edit(DESK, 1, AgentEdit.nothing().name("Reception").tags(Set.of("new")));
        assertEquals("Reception", edited.name());
        assertEquals(2, edited.revision());
        StaleAgentException stale = assertThrows(
                StaleAgentException.class,
                () -> ana().agents().edit(DESK, 1, AgentEdit.nothing().name("Lobby")));
        assertEquals(edited, stale.actual());
        assertEquals(
                2,
                ana().agents()
                        .edit(DESK, 2, AgentEdit.nothing().name("Reception"))
                        .revision());
    }

    @Test
    void anInactiveAgentIsEditedButNotResolved() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        ana().agents().edit(DESK, 1, AgentEdit.nothing().status(AgentStatus.INACTIVE));
        assertThrows(AgentUnavailableException.class, () -> ana().resolve(DESK, "sandbox"));
        assertEquals(2, publishedNext("Hi.").number());
    }

    @Test
    void anArchivedAgentRefusesBothUntilItIsMadeActiveAgain() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        ana().agents().edit(DESK, 1, AgentEdit.nothing().status(AgentStatus.ARCHIVED));
        assertThrows(AgentUnavailableException.class, () -> ana().resolve(DESK, "sandbox"));
        assertThrows(AgentUnavailableException.class, () -> publishedNext("Hi."));
        assertThrows(
                AgentUnavailableException.class,
                () -> ana().agents().edit(DESK, 2, AgentEdit.nothing().name("Attic")));
        ana().agents().edit(DESK, 2, AgentEdit.nothing().status(AgentStatus.ACTIVE));
        assertEquals(1, ana().resolve(DESK, "sandbox").version().orElseThrow());
    }

    @Test
    void agentsAreListedByEveryCondition() {
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        ana().agents()
                .create(NewAgent.named("Éclair orders")
                        .id(AgentId.of("orders"))
                        .kind("chat")
                        .tags(Set.of("shop")));
        AgentFilter all = AgentFilter.all();
        assertEquals(List.of("orders", "front-desk"), listed(all, AgentOrder.NEWEST_FIRST));
        assertEquals(List.of("front-desk", "orders"), listed(all, AgentOrder.BY_NAME));
        assertEquals(List.of("orders"), listed(all.kind("chat"), AgentOrder.BY_NAME));
        assertEquals(List.of("orders"), listed(all.tag("shop"), AgentOrder.BY_NAME));
        assertEquals(List.of("orders"), listed(all.nameText("éCLAIR"), AgentOrder.BY_NAME));
        assertEquals(List.of("front-desk"), listed(all.hasVersion(true), AgentOrder.BY_NAME));
        assertEquals(List.of("orders"), listed(all.hasVersion(false), AgentOrder.BY_NAME));
        assertEquals(List.of("front-desk"), listed(all.servedIn("sandbox"), AgentOrder.BY_NAME));
        assertEquals(List.of(), listed(all.servedIn("live"), AgentOrder.BY_NAME));
        assertEquals(List.of(), listed(all.status(AgentStatus.INACTIVE), AgentOrder.BY_NAME));
        assertEquals(2, ana().agents().count(all));
        assertEquals(1, ana().agents().count(all.kind("chat")));
    }

    @Test
    void agentsAreListedByOffsetToo() {
        for (String name : List.of("c", "a", "b")) {
            ana().agents().create(NewAgent.named(name));
        }
        List<String> names = new ArrayList<>();
        for (int offset = 0; offset < 4; offset++) {
            ana().agents()
                    .listFrom(offset, AgentFilter.all(), AgentOrder.BY_NAME, 1)
                    .forEach(agent -> names.add(agent.name()));
        }
        assertEquals(List.of("a", "b", "c"), names);
        assertThrows(
                InvalidInputException.class,
                () -> ana().agents().listFrom(-1, AgentFilter.all(), AgentOrder.BY_NAME, 1));
    }

    @Promise({2, 7})
    @Test
    void deletingRemovesEverythingButTheTrailAndTheId() {
        published();
        ana().agents().delete(DESK);
        assertEquals(Optional.empty(), ana().agents().find(DESK));
        assertEquals(Optional.empty(), versions().find(1));
        assertEquals(List.of(), drafts().list(Optional.empty(), Range.first(9)).items());
        assertThrows(NotFoundException.class, () -> ana().contents(DESK).read(Ref.version(1)));
        assertThrows(
                AgentIdTakenException.class,
                () -> ana().agents().create(NewAgent.named("Again").id(DESK)));
        List<AuditEntry> trail = ana().audit().of(DESK, Range.first(9)).items();
        assertEquals(Action.DELETE_AGENT, trail.get(0).action());
        assertEquals(3, trail.size());
    }

    @Test
    void aDuplicateHasAHistoryOfItsOwnAndKnowsItsOrigin() {
        published();
        publishedNext("Hi.");
        WorkspaceId other = WorkspaceId.of("other");
        Created copy = ana().agents()
                .duplicate(
                        Duplication.of(DESK, Ref.version(1), "Copy").into(other).id(DESK));
        Origin origin = new Origin(new AgentKey(ACME, DESK), Ref.version(1));
        assertEquals(Optional.of(origin), copy.agent().duplicatedFrom());
        assertEquals(Optional.of(origin), copy.draft().lineage().duplicatedFrom());
        assertEquals(0, copy.agent().head().latestVersion());
        Workspace there = declared().build().workspace(other, Actor.of("ana"));
        assertEquals(GREETING, there.contents(DESK).read(Ref.draft(copy.draft().id())));
        assertEquals(1, there.audit().list(Range.first(9)).items().size());
    }

    @Promise(7)
    @Test
    void everyChangeIsInTheTrailOfTheAgentAndOfTheWorkspace() {
        published();
        Listing<AuditEntry> ofAgent = ana().audit().of(DESK, Range.first(1));
        AuditEntry publish = ofAgent.items().get(0);
        assertEquals(Action.PUBLISH, publish.action());
        assertEquals("ana", publish.actor().id());
        assertEquals(1, publish.subject().version().orElseThrow());
        assertEquals(Change.to(1), publish.changes().get("version"));
        AuditEntry creation = ana().audit()
                .of(DESK, Range.after(ofAgent.next().orElseThrow(), 1))
                .items()
                .get(0);
        assertEquals(Action.CREATE_AGENT, creation.action());
        assertEquals(
                List.of(publish, creation), ana().audit().list(Range.first(9)).items());
    }

    private List<String> listed(AgentFilter filter, AgentOrder order) {
        return ana().agents().list(filter, order, Range.first(10)).items().stream()
                .map(agent -> agent.id().value())
                .toList();
    }
}
