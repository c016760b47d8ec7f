package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Recorded;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.storage.ApplyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents whose ids could be mixed up share nothing: neither across workspaces nor within one. */
public abstract class IsolationSuite extends StorageSuite {
    private static final List<Rows> AGENTS = List.of(
            Rows.of("a", "a"),
            Rows.of("a", "A"),
            Rows.of("A", "a"),
            Rows.of("a", "a/b"),
            Rows.of("a/a", "b"),
            Rows.of("a", "aa"),
            Rows.of("aa", "a"),
            Rows.of("a", "a%"),
            Rows.of("a%", "a"),
            Rows.of("a", "a_"),
            Rows.of("a_", "a"),
            Rows.of("a", "*"));

    private static String nameOf(Rows rows) {
        return "agent " + distinct(rows);
    }

    /** The key in a writing that no two agents share. */
    private static String distinct(Rows rows) {
        return rows.key().workspace() + " : " + rows.key().agent();
    }

    /** Every agent has rows with the same ids and numbers, and with values of its own. */
    @BeforeEach
    void write() {
        for (Rows rows : AGENTS) {
            rows.named(nameOf(rows), 0)
                    .draft(rows.draft("d", 1, DraftStatus.OPEN, Rows.START).withName(nameOf(rows)))
                    .revision(rows.revision("d", 1))
                    .version(rows.version(1).withAnnotation(Rows.annotation(1, label(rows), Rows.START)))
                    .deploy(rows.deployment(1, "live", 1), page(rows, 1))
                    .content(rows.content("version1"))
                    .content(rows.content("own " + distinct(rows)))
                    .request("the-request")
                    .applyTo(facts());
        }
    }

    private static PageRevision page(Rows rows, long number) {
        PageRevision plain = rows.page("live", number);
        return new PageRevision(
                plain.environment(),
                number,
                plain.cause(),
                plain.source(),
                Rows.hash("variables of " + distinct(rows)),
                plain.schema(),
                plain.changedVariables(),
                plain.by(),
                plain.at());
    }

    private static String label(Rows rows) {
        return "label " + distinct(rows);
    }

    @Promise(9)
    @Test
    void everyAgentHasItsOwnRowsAndNoOthers() {
        for (Rows rows : AGENTS) {
            Picture picture = Picture.of(facts(), rows.key());
            assertEquals(nameOf(rows), picture.agent().orElseThrow().name());
            assertEquals(
                    List.of(nameOf(rows)),
                    picture.drafts().stream().map(draft -> draft.name()).toList());
            assertEquals(1, picture.revisions().size());
            assertEquals(
                    List.of(label(rows)),
                    picture.versions().stream().map(version -> version.label()).toList());
            assertEquals(1, picture.deployments().size());
            assertEquals(List.of(page(rows, 1)), picture.pages());
            assertEquals(
                    Optional.of(page(rows, 1)),
                    facts().findStanding(rows.everything("live")).orElseThrow().page());
            assertEquals(
                    List.of(rows.key()),
                    picture.audit().stream().map(entry -> entry.agent()).toList());
            assertEquals(
                    label(rows),
                    facts().findVersion(rows.key(), VersionId.of("v1"))
                            .orElseThrow()
                            .label());
            assertEquals(
                    picture.audit(),
                    facts().findRecorded(rows.key(), RequestId.of("the-request")).map(Recorded::entry).stream()
                            .toList());
        }
    }

    @Promise(9)
    @Test
    void aContentBelongsToOneAgent() {
        for (Rows rows : AGENTS) {
            for (Rows other : AGENTS) {
                assertEquals(
                        rows.equals(other),
                        findContent(rows.key(), Rows.hash("own " + distinct(other)))
                                .isPresent(),
                        () -> "content of " + other.key() + " in " + rows.key());
            }
        }
    }

    @Promise(9)
    @Test
    void everyWorkspaceListsItsOwnAgentsAndNoOthers() {
        Map<String, List<AgentKey>> workspaces = new LinkedHashMap<>();
        for (Rows rows : AGENTS) {
            workspaces
                    .computeIfAbsent(rows.key().workspace().value(), id -> new ArrayList<>())
                    .add(rows.key());
        }
        workspaces.forEach((workspace, keys) -> {
            List<AgentKey> byId = keys.stream()
                    .sorted(Comparator.comparing(key -> key.agent().value()))
                    .toList();
            assertEquals(
                    byId,
                    Picture.agents(facts(), workspace).stream().map(Agent::key).toList());
            assertEquals(
                    byId,
                    Picture.audit(facts(), workspace).stream()
                            .map(entry -> entry.agent())
                            .toList());
            assertEquals(byId.size(), facts().countAgents(byId.get(0).workspace(), AgentFilter.all()));
        });
        assertEquals(List.of(), Picture.agents(facts(), "b"));
    }

    @Promise({8, 9})
    @Test
    void aChangeOfOneAgentMovesNoOther() {
        for (Rows rows : AGENTS) {
            Map<AgentKey, Picture> before = pictures();
            rows.named("changed " + rows.key(), 1)
                    .draft(rows.draft("d", 2, DraftStatus.DISCARDED, Rows.START))
                    .annotate(1, Rows.annotation(2, "changed", Rows.START))
                    .deploy(rows.deployment(2, "live", 1), page(rows, 2))
                    .applyTo(facts());
            Map<AgentKey, Picture> after = pictures();
            assertEquals(
                    "changed " + rows.key(),
                    Picture.of(facts(), rows.key()).agent().orElseThrow().name());
            before.remove(rows.key());
            after.remove(rows.key());
            assertEquals(before, after);
        }
    }

    private Map<AgentKey, Picture> pictures() {
        Map<AgentKey, Picture> pictures = new LinkedHashMap<>();
        AGENTS.forEach(rows -> pictures.put(rows.key(), Picture.of(facts(), rows.key())));
        return pictures;
    }

    @Promise({7, 9})
    @Test
    void deletingOneAgentLeavesTheOthers() {
        Map<AgentKey, Picture> before = pictures();
        for (Rows rows : AGENTS) {
            rows.change(1).applyTo(facts());
            before.remove(rows.key());
            Map<AgentKey, Picture> after = pictures();
            assertEquals(Optional.empty(), facts().findAgent(rows.key()));
            assertEquals(List.of(), facts().listPageRevisions(rows.key(), "live", Long.MAX_VALUE, 9));
            assertEquals(
                    List.of(), facts().listDrafts(rows.key(), new DraftQuery(Optional.empty(), Optional.empty(), 9)));
            after.keySet().retainAll(before.keySet());
            assertEquals(before, after);
            assertEquals(new ApplyResult.Stale(2), rows.named("again", 0).tryOn(facts()));
        }
    }
}
