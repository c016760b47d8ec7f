package dev.stet.rules;

import static dev.stet.rules.Known.ANA;
import static dev.stet.rules.Known.NOON;

import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftRevision.Cause;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Environment;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Removed;
import dev.stet.page.PageRevision;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.VersionId;
import dev.stet.version.Annotation;
import dev.stet.version.Lineage;
import dev.stet.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The history of an agent, told from its beginning. One thing a day comes to be, and what nobody stored is stored in 10 bytes. */
final class Past {
    private final List<Version> versions = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<DraftRef, DraftRevision> revisions = new LinkedHashMap<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<PageRevision> pages = new ArrayList<>();
    private final Set<Long> served = new LinkedHashSet<>();
    private final Map<ContentHash, ContentRow> contents = new LinkedHashMap<>();
    private int days;

    /** A content like no other. */
    static Content content(String text) {
        return Content.of(JsonObject.of("text", JsonValue.of(text)));
    }

    /** When the thing with this number came to be, of those in a history of nothing else. */
    static Instant day(int number) {
        return NOON.plus(Duration.ofDays(number));
    }

    /** An archived version of a revision of a draft. */
    Past archived(String draft, long revision) {
        return version(draft, revision, "", false, true);
    }

    Past version(String draft, long revision, String label, boolean pinned, boolean archived) {
        long number = versions.size() + 1L;
        Content content = content(draft + " " + revision);
        Instant at = day(++days);
        versions.add(new Version(
                number,
                VersionId.of("v-" + number),
                content.hash(),
                content.size(),
                new TreeSet<>(),
                new Lineage(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        DraftRef.of(draft, revision),
                        OptionalLong.empty(),
                        Optional.empty()),
                ANA,
                at,
                new Annotation(1, label, "", pinned, archived, ANA, at)));
        store(content.hash());
        return this;
    }

    /** A draft with so many revisions. */
    Past draft(String id, int count, DraftStatus status, DraftLineage lineage) {
        for (long number = 1; number <= count; number++) {
            Content content = content(id + " " + number);
            DraftRevision revision = new DraftRevision(
                    DraftId.of(id),
                    number,
                    Cause.SAVED,
                    content.hash(),
                    content.size(),
                    lineage.base(),
                    new TreeSet<>(),
                    ANA,
                    day(++days));
            revisions.put(revision.ref(), revision);
            store(content.hash());
        }
        drafts.add(new Draft(
                DraftId.of(id),
                id,
                status,
                count,
                content(id + " " + count).hash(),
                lineage,
                OptionalLong.empty(),
                ANA,
                NOON,
                ANA,
                day(days)));
        return this;
    }

    Past serves(String environment, long version) {
        environments.add(
                new Environment(environment, OptionalLong.of(1), OptionalLong.of(version), 0, Optional.empty()));
        return this;
    }

    Past served(long version) {
        served.add(version);
        return this;
    }

    /** A revision of a config page. */
    Past page(String environment, Content variables) {
        pages.add(new PageRevision(
                environment,
                pages.size() + 1,
                PageRevision.Cause.EDITED,
                Optional.empty(),
                variables.hash(),
                Content.empty().hash(),
                new TreeSet<>(),
                ANA,
                NOON));
        return this;
    }

    /** A content in so many bytes, relative to another; in place of how it was stored before. */
    Past stored(ContentHash hash, Optional<ContentHash> base, int length) {
        contents.put(hash, new ContentRow(hash, base, length));
        return this;
    }

    private void store(ContentHash hash) {
        contents.putIfAbsent(hash, new ContentRow(hash, Optional.empty(), 10));
    }

    /** The history after a step of retention. */
    Past without(Removed removed) {
        versions.removeIf(version -> removed.versions().contains(version.number()));
        removed.revisions().forEach(revisions::remove);
        removed.contents().forEach(contents::remove);
        return this;
    }

    History history() {
        long latest = versions.stream().mapToLong(Version::number).max().orElse(0);
        Agent agent = Known.agent().found();
        Head head = new Head(1 + days, day(days), latest, 1, 1, new TreeSet<>(), Optional.empty());
        return new History(
                agent.withHead(head),
                newestFirst(versions),
                newestFirst(drafts),
                newestFirst(new ArrayList<>(revisions.values())),
                environments,
                newestFirst(pages),
                served,
                new ArrayList<>(contents.values()));
    }

    private static <T> List<T> newestFirst(List<T> rows) {
        List<T> list = new ArrayList<>(rows);
        Collections.reverse(list);
        return list;
    }
}
