package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.content.ContentHash;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Removed;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.storage.ApplyResult;
import dev.stet.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change names as removed goes, by its key and nothing else. Everything else stays as it was. */
public abstract class RemovalSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final AgentKey KEY = DESK.key();
    private static final int MANY = 700;

    /** Agents that have rows with the same keys. */
    private static final List<Rows> OTHERS =
            List.of(Rows.of("w", "Desk"), Rows.of("w", "desk-2"), Rows.of("v", "desk"));

    private static final Removed SOME = new Removed(
            List.of(2L, 1L),
            List.of(DraftRef.of("a", 1), DraftRef.of("b", 2)),
            List.of(Rows.hash("version2"), Rows.hash("beside")));

    private static StoredContent content(String name, Optional<String> base) {
        return new StoredContent(Rows.hash(name), base.map(Rows::hash), 3, name.getBytes(StandardCharsets.UTF_8));
    }

    /** Three versions, each stored relative to the one before, a content beside them, and two drafts with three revisions. */
    @BeforeEach
    void write() {
        write(DESK);
        OTHERS.forEach(RemovalSuite.this::write);
    }

    private void write(Rows rows) {
        Changes change = rows.named("desk", 0)
                .content(content("version1", Optional.empty()))
                .content(content("version2", Optional.of("version1")))
                .content(content("version3", Optional.of("version2")))
                .content(content("beside", Optional.of("version1")))
                .deploy(rows.deployment(1, "live", 3), rows.page("live", 1));
        for (String draft : List.of("a", "b")) {
            change.draft(rows.draft(draft, 3, DraftStatus.OPEN, Rows.START));
            LongStream.rangeClosed(1, 3).forEach(number -> change.revision(rows.revision(draft, number)));
        }
        LongStream.rangeClosed(1, 3).forEach(number -> change.version(rows.version(number)));
        change.applyTo(facts());
    }

    private List<ContentHash> hashes(AgentKey key) {
        return facts().listContents(key, Optional.empty(), 9).stream()
                .map(ContentRow::hash)
                .toList();
    }

    private static List<ContentHash> sorted(String... names) {
        return Set.of(names).stream()
                .map(Rows::hash)
                .sorted((one, other) -> one.hex().compareTo(other.hex()))
                .toList();
    }

    @Promise(7)
    @Test
    void whatIsNamedGoesAndNothingElse() {
        Picture before = Picture.of(facts(), KEY);
        DESK.named("desk", 1).remove(SOME).applyTo(facts());
        Picture after = Picture.of(facts(), KEY);
        assertEquals(List.of(DESK.version(3)), after.versions());
        assertEquals(
                List.of("a 3", "a 2", "b 3", "b 1"),
                after.revisions().stream()
                        .map(revision -> revision.draft() + " " + revision.number())
                        .toList());
        assertEquals(sorted("version1", "version3"), hashes(KEY));
        assertEquals(before.drafts(), after.drafts());
        assertEquals(before.environments(), after.environments());
        assertEquals(before.deployments(), after.deployments());
        assertEquals(before.pages(), after.pages());
        assertEquals(before.audit(), after.audit().subList(1, after.audit().size()));
        for (long number : new long[] {1, 2}) {
            Version gone = DESK.version(number);
            assertEquals(Optional.empty(), facts().findVersion(KEY, number));
            assertEquals(Optional.empty(), facts().findVersion(KEY, gone.id()));
        }
        assertEquals(
                Optional.of(DESK.version(3)),
                facts().findStanding(DESK.everything("live")).orElseThrow().version());
    }

    @Promise(9)
    @Test
    void rowsOfOthersWithTheSameKeysStay() {
        List<Picture> before =
                OTHERS.stream().map(rows -> Picture.of(facts(), rows.key())).toList();
        DESK.named("desk", 1).remove(SOME).applyTo(facts());
        assertEquals(
                before,
                OTHERS.stream().map(rows -> Picture.of(facts(), rows.key())).toList());
        for (Rows rows : OTHERS) {
            assertEquals(sorted("version1", "version2", "version3", "beside"), hashes(rows.key()));
        }
        assertNotEquals(sorted("version1", "version2", "version3", "beside"), hashes(KEY));
    }

    /** Whether that may be is not for the store to say. */
    @Test
    void aContentGoesWithoutWhatItBuildsOnAndWithoutWhatBuildsOnIt() {
        Removed middle = new Removed(List.of(), List.of(), List.of(Rows.hash("version2")));
        DESK.named("desk", 1).remove(middle).applyTo(facts());
        assertEquals(sorted("version1", "version3", "beside"), hashes(KEY));
        assertEquals(
                List.of(Rows.hash("version3")),
                facts().listContentChain(KEY, Rows.hash("version3"), 9).stream()
                        .map(StoredContent::hash)
                        .toList());
        assertEquals(3, Picture.of(facts(), KEY).versions().size());
    }

    @Promise(4)
    @Test
    void aRefusedRemovalRemovesNothing() {
        Picture before = Picture.of(facts(), KEY);
        List<ContentHash> contents = hashes(KEY);
        assertEquals(4, contents.size());
        assertInstanceOf(
                ApplyResult.Stale.class, DESK.named("late", 0).remove(SOME).tryOn(facts()));
        assertEquals(before, Picture.of(facts(), KEY));
        assertEquals(contents, hashes(KEY));
    }

    @Promise(3)
    @Test
    void whatWasRemovedIsAddedAgainAsItIsGivenThen() {
        DESK.named("desk", 1).remove(SOME).applyTo(facts());
        StoredContent again =
                new StoredContent(Rows.hash("version2"), Optional.of(Rows.hash("version3")), 7, new byte[] {1, 2});
        Changes change = DESK.named("desk", 2)
                .content(again)
                .content(content("version1", Optional.empty()))
                .revision(DESK.revision("a", 1));
        ApplyResult.Applied applied = assertInstanceOf(ApplyResult.Applied.class, change.tryOn(facts()));
        assertEquals(Set.of(Rows.hash("version1")), change.changeset().kept(applied));
        assertEquals(
                Optional.of(Picture.described(again)),
                findContent(KEY, again.hash()).map(Picture::described));
        assertEquals(
                List.of(3L, 2L, 1L),
                facts()
                        .listRevisions(
                                KEY,
                                DESK.draft("a", 1, DraftStatus.OPEN, Rows.START).id(),
                                9,
                                9)
                        .stream()
                        .map(DraftRevision::number)
                        .toList());
    }

    /** More than fit into one statement of some stores. */
    @Test
    void manyGoAtOnce() {
        List<Long> versions = new ArrayList<>();
        List<DraftRef> revisions = new ArrayList<>();
        List<ContentHash> contents = new ArrayList<>();
        Changes change = DESK.named("desk", 1);
        for (long number = 4; number < 4 + MANY; number++) {
            change.version(DESK.version(number))
                    .revision(DESK.revision("a", number))
                    .content(DESK.content("version" + number));
            versions.add(number);
            revisions.add(DraftRef.of("a", number));
            contents.add(Rows.hash("version" + number));
        }
        Picture before = Picture.of(facts(), KEY);
        change.applyTo(facts());
        assertEquals(
                MANY,
                Picture.of(facts(), KEY).versions().size() - before.versions().size());
        DESK.named("desk", 2).remove(new Removed(versions, revisions, contents)).applyTo(facts());
        Picture after = Picture.of(facts(), KEY);
        assertEquals(before.versions(), after.versions());
        assertEquals(before.revisions(), after.revisions());
        assertEquals(4, hashes(KEY).size());
    }
}
