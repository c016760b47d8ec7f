package dev.stet.storage.jdbc.operation;

import static dev.stet.storage.jdbc.operation.FrontDesk.AGENT;
import static dev.stet.storage.jdbc.operation.FrontDesk.SANDBOX;
import static dev.stet.storage.jdbc.operation.FrontDesk.WORK;

import dev.stet.Range;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.ref.Ref;
import dev.stet.version.VersionFilter;
import java.util.List;

/** Reads of the public API that have an answer at the {@link FrontDesk}. */
public final class Questions {
    private static final Range PAGE = Range.first(20);

    private Questions() {}

    /** One of each kind. */
    public static List<Operation> all() {
        return List.of(
                resolve(),
                new Operation("resolve a version", workspace -> workspace.resolve(AGENT, Ref.version(2))),
                new Operation("resolve a draft", workspace -> workspace.resolve(AGENT, Ref.draft(WORK.id()))),
                agents(),
                draft(),
                content(),
                new Operation(
                        "list the open drafts",
                        workspace -> workspace.drafts(AGENT).list(PAGE)),
                versions(),
                deployments(),
                new Operation(
                        "list the environments",
                        workspace -> workspace.environments(AGENT).list()),
                page(),
                new Operation(
                        "list the config pages",
                        workspace -> workspace.pages(AGENT).list()),
                new Operation(
                        "first page of a config page's history",
                        workspace -> workspace.pages(AGENT).history(SANDBOX, PAGE)),
                new Operation(
                        "what an environment served at an instant",
                        workspace -> workspace.environments(AGENT).servedAt(SANDBOX, FrontDesk.NOW)),
                new Operation(
                        "first page of the audit trail",
                        workspace -> workspace.audit().of(AGENT, PAGE)));
    }

    public static Operation resolve() {
        return new Operation("resolve an environment", workspace -> workspace.resolve(AGENT, SANDBOX));
    }

    public static Operation page() {
        return new Operation(
                "read a config page", workspace -> workspace.pages(AGENT).get(SANDBOX));
    }

    public static Operation agents() {
        return new Operation(
                "first page of the agents",
                workspace -> workspace.agents().list(AgentFilter.all(), AgentOrder.NEWEST_FIRST, PAGE));
    }

    public static Operation draft() {
        return new Operation(
                "read a draft", workspace -> workspace.drafts(AGENT).get(WORK.id()));
    }

    public static Operation content() {
        return new Operation(
                "read a draft's content", workspace -> workspace.contents(AGENT).read(Ref.draft(WORK.id())));
    }

    public static Operation versions() {
        return new Operation(
                "first page of the versions",
                workspace -> workspace.versions(AGENT).list(VersionFilter.all(), PAGE));
    }

    public static Operation deployments() {
        return new Operation(
                "first page of an environment's history",
                workspace -> workspace.environments(AGENT).history(SANDBOX, PAGE));
    }
}
