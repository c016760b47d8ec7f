package dev.stet.storage.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Workspace;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Facts;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is there of an agent's history, read anew.
 *
 * @param versions the content of each version, in its spelling
 * @param revisions that of each draft revision
 */
public record Retained(Map<Long, String> versions, Map<String, String> revisions) {
    private static final int ALL = 10_000;

    /** Reads and verifies everything that is there; a base of each content, and the content of each draft, are. */
    public static Retained verify(Storage store, Workspace workspace, AgentId agent) {
        Map<Long, String> versions = new TreeMap<>();
        for (Version version : Pages.all(range -> workspace.versions(agent).list(VersionFilter.all(), range), 100)) {
            workspace.versions(agent).verify(version.number());
            versions.put(version.number(), json(workspace, agent, Ref.version(version.number()), version.hash()));
        }
        Map<String, String> revisions = new TreeMap<>();
        for (Draft draft : Pages.all(range -> workspace.drafts(agent).list(Optional.empty(), range), 100)) {
            json(workspace, agent, Ref.draft(draft.id()), draft.hash());
            for (DraftRevision revision :
                    Pages.all(range -> workspace.drafts(agent).revisions(draft.id(), range), 100)) {
                Ref ref = Ref.revision(revision.ref());
                revisions.put(named(revision.ref()), json(workspace, agent, ref, revision.hash()));
            }
        }
        requireBases(store, workspace.agents().get(agent).key());
        return new Retained(versions, revisions);
    }

    public static String named(DraftRef revision) {
        return revision.id() + " " + revision.revision();
    }

    private static String json(Workspace workspace, AgentId agent, Ref ref, ContentHash hash) {
        var content = workspace.contents(agent).read(ref);
        assertEquals(hash, content.hash(), () -> "the content of " + ref);
        return content.toJson();
    }

    private static void requireBases(Storage store, AgentKey key) {
        List<ContentRow> rows = new Facts(store).listContents(key, Optional.empty(), ALL);
        var hashes = rows.stream().map(ContentRow::hash).collect(Collectors.toSet());
        assertTrue(
                rows.stream().allMatch(row -> row.base().map(hashes::contains).orElse(true)),
                () -> "a content whose base is gone: saved again, it could not be read");
    }
}
