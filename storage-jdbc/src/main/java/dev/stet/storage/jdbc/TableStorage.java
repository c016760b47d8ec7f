package dev.stet.storage.jdbc;

import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.Column;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Key;
import dev.stet.storage.Row;
import dev.stet.storage.Scan;
import dev.stet.storage.Storage;
import dev.stet.storage.jdbc.KeyReads.OfHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store on whatever connections it is given: a read of one head, as a rule, and every scan is one statement. */
abstract sealed class TableStorage implements Storage permits JdbcStorage, HostStorage {
    private final Connections connections;
    private final StoreSql sql;

    TableStorage(Connections connections, StoreSql sql) {
        this.connections = connections;
        this.sql = sql;
    }

    /** The statements that it makes of calls. */
    StoreSql sql() {
        return sql;
    }

    /** The same tables in a transaction that somebody else will end. */
    JoinedStorage joined(Connections transaction) {
        return new HostStorage(transaction, sql);
    }

    @Override
    public final ApplyResult apply(Changeset changeset, Duration patience) {
        sql.catalogue().require(changeset);
        return connections.change(changeset, patience, session -> write(session, changeset));
    }

    /** In a transaction that keeps others away from the head's row before anything is read. */
    @Override
    public final Optional<ApplyResult> applyAlone(
            Key head, Function<? super Storage, Optional<Changeset>> decision, Duration patience) {
        sql.catalogue().require(head.table());
        HeadSql heads = sql.statements().ofHead(head.table());
        return connections.changeAlone(head, patience, session -> {
            session.updateWaiting(heads.hold(head), heads.revision(head));
            Optional<Changeset> decided = decision.apply(joined(new WithinTransaction(session)));
            session.waitUntil(Deadline.in(patience));
            return decided.map(changeset -> write(session, sql.catalogue().require(changeset)));
        });
    }

    private ApplyResult write(Session session, Changeset changeset) {
        return new Writes(session, sql.statements(), changeset).apply();
    }

    @Override
    public final List<Optional<Row>> read(List<Key> keys) {
        keys.forEach(key -> sql.catalogue().require(key.table()));
        List<OfHead> heads = sql.keys().byHead(keys);
        if (heads.isEmpty()) {
            return List.of();
        }
        String doing = "reading " + keys.get(0);
        return connections.read(doing, session -> {
            if (heads.size() == 1) {
                return rows(session, heads.get(0), doing);
            }
            List<Optional<Row>> rows = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
            for (OfHead head : heads) {
                List<Optional<Row>> found = rows(session, head, doing);
                for (int i = 0; i < found.size(); i++) {
                    rows.set(head.places().get(i), found.get(i));
                }
            }
            return Collections.unmodifiableList(rows);
        });
    }

    private List<Optional<Row>> rows(Session session, OfHead head, String doing) {
        List<Key> keys = head.keys();
        if (keys.size() <= KeyReads.MOST_TOGETHER) {
            return sql.keys().together(session, keys);
        }
        Key its = keys.get(0).head();
        Sql revision = sql.statements().ofHead(its.table()).revision(its);
        return new KeyParts(session, sql.keys(), revision, keys).rows(doing);
    }

    @Override
    public final List<Row> scan(Scan scan) {
        sql.catalogue().require(scan.table());
        return connections.read(reading(scan), session -> sql.scans().rows(session, scan));
    }

    @Override
    public final long count(Scan scan) {
        sql.catalogue().require(scan.table());
        return connections.read(reading(scan), session -> sql.scans().count(session, scan));
    }

    /** Names whose rows they are: the workspace, or the head in it. */
    private static String reading(Scan scan) {
        Object workspace = scan.prefix().get(0);
        return "listing " + scan.table() + " " + workspace
                + (Scans.isOfOneHead(scan) ? "/" + scan.prefix().get(1) : "");
    }

    @Override
    public final List<Row> chain(Key first, Column next, int limit) {
        sql.catalogue().require(first.table());
        if (limit == 1) {
            // One alone is looked up without further ado.
            return read(List.of(first)).stream().flatMap(Optional::stream).toList();
        }
        return connections.read("reading " + first, session -> sql.chains().rows(session, first, next, limit));
    }
}
