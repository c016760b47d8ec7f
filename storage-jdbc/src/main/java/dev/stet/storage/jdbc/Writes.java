package dev.stet.storage.jdbc;

import dev.stet.agent.Agent;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Removed;
import dev.stet.storage.StoredContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/**
 * The statements of one changeset. The first moves the agent's head, if it is the one expected: from then on until the end
 * of the transaction the agent's row keeps all others from changing the agent, and the rest cannot meet anybody.
 */
final class Writes {
    private static final List<Table> OWNED = List.of(
            Table.DRAFT,
            Table.DRAFT_REVISION,
            Table.VERSION,
            Table.DEPLOYMENT,
            Table.ENVIRONMENT,
            Table.PAGE_REVISION,
            Table.CONTENT);

    private final Session session;
    private final Statements statements;
    private final Changeset changeset;
    private final AgentKey key;

    Writes(Session session, Statements statements, Changeset changeset) {
        this.session = session;
        this.statements = statements;
        this.changeset = changeset;
        this.key = changeset.key();
    }

    ApplyResult apply() {
        if (!moveHead()) {
            return new ApplyResult.Stale(head());
        }
        List<Integer> counts = session.updateAll(
                Stream.of(contents(), others()).flatMap(List::stream).toList());
        return new ApplyResult.Applied(kept(counts));
    }

    /** H2 looks whether a new agent is there before it adds it, and fails where another transaction added it in between. */
    private boolean moveHead() {
        try {
            return (changeset.expectedHead() == 0
                            ? session.updateWaiting(headMove())
                            : session.updateWaiting(
                                    headMove(), new Sql(statements.headAt(), owner().number(changeset.expectedHead()))))
                    > 0;
        } catch (JdbiException failure) {
            if (session.isDuplicate(failure) && head() > changeset.expectedHead()) {
                return false;
            }
            throw failure;
        }
    }

    private Sql headMove() {
        long expected = changeset.expectedHead();
        Optional<Agent> agent = changeset.agent();
        if (agent.isEmpty()) {
            return new Sql(
                    statements.buryAgent(),
                    new Arguments().number(expected + 1).owner(key).number(expected));
        }
        Arguments columns = Rows.of(agent.get());
        return expected == 0
                ? new Sql(statements.addAgent(), statements.ifAbsent(owned(columns), owner()))
                : new Sql(statements.moveAgent(), columns.owner(key).number(expected));
    }

    private long head() {
        return session.list(new Sql(statements.head(), owner()), RowReader::number).stream()
                .findFirst()
                .orElse(0L);
    }

    private List<Sql> contents() {
        return changeset.contents().stream()
                .map(content -> new Sql(
                        statements.addContent(),
                        statements.ifAbsent(owned(Rows.of(content)), owner().hash(content.hash()))))
                .toList();
    }

    private List<Sql> others() {
        List<Sql> all = new ArrayList<>();
        if (changeset.agent().isEmpty()) {
            OWNED.forEach(table -> all.add(new Sql(statements.delete(table), owner())));
        }
        changeset.drafts().forEach(draft -> all.add(upsert(Table.DRAFT, Rows.of(draft))));
        changeset.revisions().forEach(revision -> all.add(insert(Table.DRAFT_REVISION, Rows.of(revision))));
        changeset.versions().forEach(version -> all.add(insert(Table.VERSION, Rows.of(version))));
        changeset
                .annotations()
                .forEach(annotated -> all.add(new Sql(
                        statements.annotate(),
                        Rows.of(annotated.annotation()).owner(key).number(annotated.version()))));
        changeset.deployments().forEach(deployment -> all.add(insert(Table.DEPLOYMENT, Rows.of(deployment))));
        changeset.environments().forEach(environment -> all.add(upsert(Table.ENVIRONMENT, Rows.of(environment))));
        changeset.pages().forEach(page -> all.add(insert(Table.PAGE_REVISION, Rows.of(page))));
        all.addAll(removals());
        all.add(insert(Table.AUDIT, Rows.of(changeset.audit())));
        return all;
    }

    private List<Sql> removals() {
        List<Sql> all = new ArrayList<>();
        Removed removed = changeset.removed();
        removed.versions().forEach(number -> all.add(remove(Table.VERSION, new Arguments().number(number))));
        removed.revisions()
                .forEach(revision -> all.add(remove(
                        Table.DRAFT_REVISION,
                        new Arguments().text(revision.id().value()).number(revision.revision()))));
        removed.contents().forEach(hash -> all.add(remove(Table.CONTENT, new Arguments().hash(hash))));
        return all;
    }

    /** The contents that were there already: those whose statement, among the first, touched no row. */
    private Set<ContentHash> kept(List<Integer> counts) {
        Set<ContentHash> kept = new HashSet<>();
        List<StoredContent> contents = changeset.contents();
        for (int i = 0; i < contents.size(); i++) {
            if (counts.get(i) == 0) {
                kept.add(contents.get(i).hash());
            }
        }
        return kept;
    }

    private Sql insert(Table table, Arguments columns) {
        return new Sql(statements.insert(table), owned(columns));
    }

    private Sql remove(Table table, Arguments key) {
        return new Sql(statements.remove(table), owned(key));
    }

    private Sql upsert(Table table, Arguments columns) {
        return new Sql(statements.upsert(table), owned(columns));
    }

    private Arguments owned(Arguments columns) {
        return owner().all(columns);
    }

    private Arguments owner() {
        return new Arguments().owner(key);
    }
}
