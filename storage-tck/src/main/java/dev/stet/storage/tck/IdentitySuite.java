package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.AgentStatus;
import dev.stet.draft.DraftStatus;
import dev.stet.facts.AgentQuery;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.VersionQuery;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.ref.WorkspaceId;
import dev.stet.version.Annotation;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two texts are the same where their bytes are, and nowhere else: whatever a database thinks of spaces at the end, case,
 * accents, widths and normal forms.
 */
public abstract class IdentitySuite extends StorageSuite {
    /** All that some collation takes for the same as the first. */
    private static final List<String> TEXTS = List.of(
            "live",
            "live ",
            "live  ",
            " live",
            "LIVE",
            "Live",
            "liv\u00E9",
            "live\u0301",
            "\uFF4C\uFF49\uFF56\uFF45",
            "l\u0131ve",
            "live\t",
            "live\n",
            "live\u0001",
            "live\u007F",
            "live\u00A0",
            "live\u00AD",
            "live\u200B",
            "live\uFEFF",
            "live\uD83D\uDE00",
            "live\uD83D\uDE01",
            "l_ve",
            "l%e",
            "\u2113ive");

    /** Those that a filter may look for: it refuses control characters. */
    private static final List<String> SOUGHT = TEXTS.stream()
            .filter(text -> text.chars().noneMatch(c -> c == '\u0001' || c == '\u007F'))
            .toList();

    private final Rows rows = Rows.of("w", "agent");

    @Promise(9)
    @Test
    void everyEnvironmentIsItsOwn() {
        Changes change = rows.named("agent", 0).version(rows.version(1));
        for (int i = 0; i < TEXTS.size(); i++) {
            change.deploy(rows.deployment(i + 1, TEXTS.get(i), 1), rows.page(TEXTS.get(i), 1));
        }
        change.applyTo(facts());
        for (int i = 0; i < TEXTS.size(); i++) {
            assertEquals(standing(i + 1, TEXTS.get(i)), facts().findStanding(rows.everything(TEXTS.get(i))));
            assertEquals(List.of(i + 1L), deployments(TEXTS.get(i)));
            assertEquals(
                    List.of(rows.page(TEXTS.get(i), 1)),
                    facts().listPageRevisions(rows.key(), TEXTS.get(i), Long.MAX_VALUE, 9));
        }
        assertEquals(
                Set.copyOf(TEXTS),
                facts().listEnvironments(rows.key()).stream().map(Serving::name).collect(Collectors.toSet()));
    }

    /** Where an environment is, nothing is to be found by a name that only looks like its own. */
    @Promise(9)
    @Test
    void noEnvironmentIsFoundByANameThatOnlyLooksLikeItsOwn() {
        for (String there : TEXTS.subList(0, 2)) {
            Rows owner = Rows.of("w", "agent-" + TEXTS.indexOf(there));
            owner.change(0)
                    .agent(Rows.servedIn(owner.agent("agent", 1), there))
                    .version(owner.version(1))
                    .deploy(owner.deployment(1, there, 1), owner.page(there, 1))
                    .applyTo(facts());
            assertEquals(
                    there.equals("live"),
                    agents(AgentFilter.all().servedIn("live"))
                            .contains(owner.key().agent().value()),
                    there);
            for (String name : TEXTS) {
                boolean same = name.equals(there);
                Standing found = facts().findStanding(owner.everything(name)).orElseThrow();
                Optional<Serving> untouched = Optional.of(Serving.untouched(name));
                assertEquals(same, !found.serving().equals(untouched), () -> found.toString());
                assertEquals(same, found.deployment().isPresent(), () -> found.toString());
                assertEquals(same, found.version().isPresent(), () -> found.toString());
                assertEquals(same, found.page().isPresent(), () -> found.toString());
                assertEquals(
                        same,
                        !facts().listPageRevisions(owner.key(), name, Long.MAX_VALUE, 9)
                                .isEmpty());
                assertEquals(
                        same,
                        !facts().listDeployments(owner.key(), DeploymentQuery.lastOf(1, name))
                                .isEmpty());
                assertEquals(
                        same,
                        !facts().listDeployments(owner.key(), DeploymentQuery.activeAt(Rows.at(9), name))
                                .isEmpty());
            }
        }
    }

    @Test
    void filtersAcceptWhatIsTheSameAndNothingElse() {
        for (int i = 0; i < SOUGHT.size(); i++) {
            Rows owner = Rows.of("w", "agent-" + i);
            owner.change(0).agent(agent(owner, SOUGHT.get(i))).applyTo(facts());
        }
        for (int i = 0; i < SOUGHT.size(); i++) {
            Set<String> own = Set.of("agent-" + i);
            assertEquals(own, agents(AgentFilter.all().kind(SOUGHT.get(i))), SOUGHT.get(i));
            assertEquals(own, agents(AgentFilter.all().tag(SOUGHT.get(i))), SOUGHT.get(i));
            assertEquals(
                    1L,
                    facts().countAgents(WorkspaceId.of("w"), AgentFilter.all().kind(SOUGHT.get(i))));
            String text = Agent.foldName(SOUGHT.get(i));
            assertEquals(
                    SOUGHT.stream()
                            .filter(name -> Agent.foldName(name).contains(text))
                            .map(name -> "agent-" + SOUGHT.indexOf(name))
                            .collect(Collectors.toSet()),
                    agents(AgentFilter.all().nameText(SOUGHT.get(i))),
                    SOUGHT.get(i));
        }
    }

    @Test
    void aLabelIsItselfAlone() {
        Changes change = rows.named("agent", 0);
        for (int i = 0; i < SOUGHT.size(); i++) {
            change.version(rows.version(i + 1L)
                    .withAnnotation(new Annotation(1, SOUGHT.get(i), "", false, false, Rows.ADA, Rows.START)));
        }
        change.applyTo(facts());
        for (int i = 0; i < SOUGHT.size(); i++) {
            assertEquals(
                    List.of(i + 1L),
                    facts()
                            .listVersions(
                                    rows.key(),
                                    new VersionQuery(VersionFilter.all().label(SOUGHT.get(i)), Long.MAX_VALUE, 0, 99))
                            .stream()
                            .map(version -> version.number())
                            .toList());
        }
    }

    @Promise({9, 12})
    @Test
    void idsDifferInCase() {
        rows.named("agent", 0)
                .draft(rows.draft("d", 1, DraftStatus.OPEN, Rows.START))
                .version(rows.version(1))
                .request("r")
                .applyTo(facts());
        assertEquals(
                1L,
                facts().findRecorded(rows.key(), RequestId.of("r"))
                        .map(Recorded::entry)
                        .orElseThrow()
                        .number());
        assertEquals(
                Optional.empty(),
                facts().findRecorded(rows.key(), RequestId.of("R")).map(Recorded::entry));
        assertEquals(Optional.empty(), facts().findDraft(rows.key(), DraftId.of("D")));
        assertEquals(Optional.empty(), facts().findVersion(rows.key(), VersionId.of("V1")));
        rows.named("agent", 1)
                .draft(rows.draft("D", 1, DraftStatus.OPEN, Rows.START))
                .request("R")
                .applyTo(facts());
        assertEquals(
                "d",
                facts().findDraft(rows.key(), DraftId.of("d"))
                        .orElseThrow()
                        .id()
                        .value());
        assertEquals(
                "D",
                facts().findDraft(rows.key(), DraftId.of("D"))
                        .orElseThrow()
                        .id()
                        .value());
        assertEquals(
                2L,
                facts().findRecorded(rows.key(), RequestId.of("R"))
                        .map(Recorded::entry)
                        .orElseThrow()
                        .number());
    }

    private Optional<Standing> standing(long number, String name) {
        return Optional.of(new Standing(
                rows.agent("agent", 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(rows.serving(rows.deployment(number, name, 1)).after(rows.page(name, 1))),
                Optional.of(rows.deployment(number, name, 1)),
                Optional.of(rows.version(1)),
                Optional.of(rows.page(name, 1))));
    }

    private List<Long> deployments(String environment) {
        return facts().listDeployments(rows.key(), DeploymentQuery.in(environment, Optional.empty(), 9)).stream()
                .map(deployment -> deployment.number())
                .toList();
    }

    private static Agent agent(Rows owner, String text) {
        Agent plain = owner.agent(text, 1);
        return new Agent(
                plain.key(),
                text,
                "",
                text,
                new TreeSet<>(List.of(text)),
                AgentStatus.ACTIVE,
                1,
                Optional.empty(),
                plain.createdBy(),
                plain.createdAt(),
                plain.updatedBy(),
                plain.updatedAt(),
                plain.head());
    }

    private Set<String> agents(AgentFilter filter) {
        return facts()
                .listAgents(
                        new AgentQuery(WorkspaceId.of("w"), filter, AgentOrder.NEWEST_FIRST, Optional.empty(), 0, 99))
                .stream()
                .map(agent -> agent.id().value())
                .collect(Collectors.toSet());
    }
}
