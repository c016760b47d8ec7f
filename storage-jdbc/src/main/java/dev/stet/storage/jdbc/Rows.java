package dev.stet.storage.jdbc;

import dev.stet.access.Action;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentStatus;
import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.environment.Freeze;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.storage.ContentRow;
import dev.stet.storage.Serving;
import dev.stet.storage.StoredContent;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How each thing is written into the columns of its {@link Table} and read from them; without the owner's columns. */
final class Rows {
    private static final int MOST_IN_ROW = 1 << 20;

    private Rows() {}

    static Arguments of(Agent agent) {
        Head head = agent.head();
        return new Arguments()
                .number(head.revision())
                .time(head.at())
                .number(head.latestVersion())
                .number(head.latestDeployment())
                .number(head.openDrafts())
                .time(head.leap().map(Leap::from))
                .time(head.leap().map(Leap::until))
                .text(agent.name())
                .text(agent.foldedName())
                .bytes(agent.sortName().getBytes(StandardCharsets.UTF_8))
                .text(agent.description())
                .text(agent.kind())
                .texts(agent.tags())
                .name(agent.status())
                .number(agent.revision())
                .origin(agent.duplicatedFrom())
                .actor(agent.createdBy())
                .time(agent.createdAt())
                .actor(agent.updatedBy())
                .time(agent.updatedAt());
    }

    static Agent agent(AgentKey key, RowReader row) throws SQLException {
        long headRevision = row.number();
        Head head = new Head(headRevision, row.time(), row.number(), row.number(), row.smallNumber(), leap(row));
        String name = row.text();
        row.skip(2);
        String description = row.text();
        String kind = row.text();
        return new Agent(
                key,
                name,
                description,
                kind,
                row.texts(),
                AgentStatus.valueOf(row.text()),
                row.number(),
                row.origin(),
                row.actor(),
                row.time(),
                row.actor(),
                row.time(),
                head);
    }

    private static Optional<Leap> leap(RowReader row) throws SQLException {
        Optional<Instant> from = row.optionalTime();
        Optional<Instant> until = row.optionalTime();
        return from.map(time -> new Leap(time, until.orElseThrow()));
    }

    static Arguments of(Draft draft) {
        DraftLineage lineage = draft.lineage();
        return new Arguments()
                .text(draft.id().value())
                .text(draft.name())
                .name(draft.status())
                .number(draft.revision())
                .hash(draft.hash())
                .number(lineage.base())
                .text(lineage.forkedFrom().map(fork -> fork.id().value()))
                .number(lineage.forkedFrom()
                        .map(fork -> OptionalLong.of(fork.revision()))
                        .orElse(OptionalLong.empty()))
                .number(lineage.restoredFrom())
                .origin(lineage.duplicatedFrom())
                .number(draft.publishedAs())
                .actor(draft.createdBy())
                .time(draft.createdAt())
                .actor(draft.updatedBy())
                .time(draft.updatedAt());
    }

    static Draft draft(RowReader row) throws SQLException {
        return new Draft(
                DraftId.of(row.text()),
                row.text(),
                DraftStatus.valueOf(row.text()),
                row.number(),
                row.hash(),
                new DraftLineage(row.optionalNumber(), fork(row), row.optionalNumber(), row.origin()),
                row.optionalNumber(),
                row.actor(),
                row.time(),
                row.actor(),
                row.time());
    }

    private static Optional<DraftRef> fork(RowReader row) throws SQLException {
        Optional<String> draft = row.optionalText();
        long revision = row.number();
        return draft.map(id -> DraftRef.of(id, revision));
    }

    static Arguments of(DraftRevision revision) {
        return new Arguments()
                .text(revision.draft().value())
                .number(revision.number())
                .name(revision.cause())
                .hash(revision.hash())
                .number(revision.size())
                .number(revision.base())
                .texts(revision.changedSections())
                .actor(revision.by())
                .time(revision.at());
    }

    static DraftRevision revision(RowReader row) throws SQLException {
        return new DraftRevision(
                DraftId.of(row.text()),
                row.number(),
                DraftRevision.Cause.valueOf(row.text()),
                row.hash(),
                row.smallNumber(),
                row.optionalNumber(),
                row.texts(),
                row.actor(),
                row.time());
    }

    static Arguments of(Version version) {
        Lineage lineage = version.lineage();
        return new Arguments()
                .number(version.number())
                .text(version.id().value())
                .hash(version.hash())
                .number(version.size())
                .texts(version.changedSections())
                .number(lineage.parent())
                .number(lineage.base())
                .text(lineage.draft().id().value())
                .number(lineage.draft().revision())
                .number(lineage.restoredFrom())
                .origin(lineage.duplicatedFrom())
                .actor(version.publishedBy())
                .time(version.publishedAt())
                .all(of(version.annotation()));
    }

    static Version version(RowReader row) throws SQLException {
        return new Version(
                row.number(),
                VersionId.of(row.text()),
                row.hash(),
                row.smallNumber(),
                row.texts(),
                new Lineage(
                        row.optionalNumber(),
                        row.optionalNumber(),
                        DraftRef.of(row.text(), row.number()),
                        row.optionalNumber(),
                        row.origin()),
                row.actor(),
                row.time(),
                annotation(row));
    }

    /** Only the columns of the annotation, which are the last of its version. */
    static Arguments of(Annotation annotation) {
        return new Arguments()
                .number(annotation.revision())
                .text(annotation.label())
                .text(annotation.description())
                .flag(annotation.pinned())
                .flag(annotation.archived())
                .actor(annotation.by())
                .time(annotation.at());
    }

    private static Annotation annotation(RowReader row) throws SQLException {
        return new Annotation(row.number(), row.text(), row.text(), row.flag(), row.flag(), row.actor(), row.time());
    }

    static Arguments of(Deployment deployment) {
        return new Arguments()
                .number(deployment.number())
                .text(deployment.environment())
                .number(deployment.version())
                .name(deployment.cause())
                .actor(deployment.by())
                .time(deployment.at())
                .time(deployment.earliest())
                .text(deployment.reason())
                .number(deployment.replaced())
                .number(deployment.replacedVersion())
                .number(deployment.source());
    }

    static Deployment deployment(RowReader row) throws SQLException {
        return new Deployment(
                row.number(),
                row.text(),
                row.optionalNumber(),
                Deployment.Cause.valueOf(row.text()),
                row.actor(),
                row.time(),
                row.optionalTime(),
                row.text(),
                row.optionalNumber(),
                row.optionalNumber(),
                row.optionalNumber());
    }

    static Arguments of(Serving serving) {
        Environment environment = serving.environment();
        Optional<Serving.Snapshot> snapshot = serving.snapshot();
        Optional<Serving.Page> page = serving.page();
        Optional<Freeze> freeze = environment.freeze();
        return new Arguments()
                .text(environment.name())
                .number(environment.deployment())
                .number(environment.version())
                .hash(snapshot.map(Serving.Snapshot::hash))
                .time(snapshot.map(Serving.Snapshot::publishedAt))
                .number(environment.page())
                .hash(page.map(Serving.Page::variables))
                .hash(page.map(Serving.Page::schema))
                .time(page.map(Serving.Page::at))
                .actor(freeze.map(Freeze::by))
                .time(freeze.map(Freeze::at))
                .text(freeze.map(Freeze::reason));
    }

    static Serving serving(RowReader row) throws SQLException {
        String name = row.text();
        OptionalLong deployment = row.optionalNumber();
        OptionalLong version = row.optionalNumber();
        Optional<Serving.Snapshot> snapshot = row.together(2, it -> new Serving.Snapshot(it.hash(), it.time()));
        long revision = row.number();
        Optional<Serving.Page> page = row.together(3, it -> new Serving.Page(it.hash(), it.hash(), it.time()));
        Optional<Freeze> freeze = row.together(5, it -> new Freeze(it.actor(), it.time(), it.text()));
        return new Serving(new Environment(name, deployment, version, revision, freeze), snapshot, page);
    }

    static Arguments of(PageRevision page) {
        return new Arguments()
                .text(page.environment())
                .number(page.number())
                .name(page.cause())
                .text(page.source().map(PageRef::environment))
                .number(page.source().stream().mapToLong(PageRef::revision).findFirst())
                .hash(page.variables())
                .hash(page.schema())
                .texts(page.changedVariables())
                .actor(page.by())
                .time(page.at());
    }

    static PageRevision page(RowReader row) throws SQLException {
        return new PageRevision(
                row.text(),
                row.number(),
                PageRevision.Cause.valueOf(row.text()),
                source(row),
                row.hash(),
                row.hash(),
                row.texts(),
                row.actor(),
                row.time());
    }

    private static Optional<PageRef> source(RowReader row) throws SQLException {
        Optional<String> environment = row.optionalText();
        long revision = row.number();
        return environment.map(name -> new PageRef(name, revision));
    }

    /** H2 keeps a large object beside the row, which makes each content dearer, and nothing longer than this in the row. */
    static Arguments of(StoredContent content) {
        byte[] bytes = content.bytes();
        boolean inRow = bytes.length <= MOST_IN_ROW;
        return new Arguments()
                .hash(content.hash())
                .hash(content.base())
                .number(content.encoding())
                .bytes(Optional.of(bytes).filter(all -> inRow))
                .bytes(Optional.of(bytes).filter(all -> !inRow));
    }

    /** A content without its bytes. */
    static ContentRow contentRow(RowReader row) throws SQLException {
        return new ContentRow(row.hash(), row.optionalHash(), row.smallNumber());
    }

    static StoredContent content(RowReader row) throws SQLException {
        return new StoredContent(row.hash(), row.optionalHash(), row.smallNumber(), row.eitherBytes());
    }

    static Arguments of(AuditEntry entry) {
        Subject subject = entry.subject();
        return new Arguments()
                .number(entry.number())
                .time(entry.at())
                .time(entry.earliest())
                .actor(entry.actor())
                .name(entry.action())
                .text(subject.draft().map(DraftId::value))
                .number(subject.revision())
                .number(subject.version())
                .text(subject.environment())
                .number(subject.deployment())
                .flag(entry.changed())
                .text(Texts.of(entry.changes()))
                .text(entry.request().map(RequestId::value))
                .hash(entry.asked());
    }

    static AuditEntry audit(AgentKey key, RowReader row) throws SQLException {
        long number = row.number();
        Instant at = row.time();
        Optional<Instant> earliest = row.optionalTime();
        Actor actor = row.actor();
        Action action = Action.valueOf(row.text());
        Subject subject = new Subject(
                row.optionalText().map(DraftId::of),
                row.optionalNumber(),
                row.optionalNumber(),
                row.optionalText(),
                row.optionalNumber());
        return new AuditEntry(
                key,
                number,
                at,
                earliest,
                actor,
                action,
                subject,
                row.flag(),
                Texts.changes(row.text()),
                row.optionalText().map(RequestId::of),
                row.optionalHash());
    }
}
