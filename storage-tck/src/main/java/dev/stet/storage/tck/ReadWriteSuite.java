package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.agent.Head;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Freeze;
import dev.stet.facts.AgentQuery;
import dev.stet.facts.DeploymentQuery;
import dev.stet.facts.DeploymentQuery.From;
import dev.stet.facts.DraftQuery;
import dev.stet.facts.Recorded;
import dev.stet.facts.Serving;
import dev.stet.facts.Standing;
import dev.stet.facts.StandingQuery;
import dev.stet.facts.StandingQuery.Beside;
import dev.stet.facts.StoredContent;
import dev.stet.facts.VersionQuery;
import dev.stet.page.PageRevision;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was applied is what every read returns, and what is not there is an empty result. */
public abstract class ReadWriteSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final AgentKey KEY = DESK.key();
    private static final Agent AGENT = DESK.agent("Front desk", 1);
    private static final Draft OPEN = DESK.draft("open", 1, DraftStatus.OPEN, Rows.at(1));
    private static final Draft DISCARDED = DESK.draft("discarded", 1, DraftStatus.DISCARDED, Rows.at(2));
    private static final Version VERSION = DESK.version(1);
    private static final Deployment DEPLOYMENT = DESK.deployment(1, "sandbox", 1);
    private static final StoredContent CONTENT = DESK.content("version1");

    /** One agent with a row of every kind. */
    @BeforeEach
    void write() {
        DESK.change(0)
                .agent(AGENT)
                .draft(OPEN)
                .revision(DESK.revision("open", 1))
                .draft(DISCARDED)
                .revision(DESK.revision("discarded", 1))
                .version(VERSION)
                .deploy(DEPLOYMENT)
                .content(CONTENT)
                .request("the-request")
                .applyTo(facts());
    }

    @Test
    void agentsAreRead() {
        assertEquals(Optional.of(AGENT), facts().findAgent(KEY));
        assertEquals(List.of(AGENT), Picture.agents(facts(), "w"));
        assertEquals(1, facts().countAgents(KEY.workspace(), AgentFilter.all()));
        assertEquals(1, facts().countAgents(KEY.workspace(), AgentFilter.all().nameText("DESK")));
        assertEquals(0, facts().countAgents(KEY.workspace(), AgentFilter.all().nameText("back")));
    }

    @Test
    void draftsAndTheirRevisionsAreRead() {
        assertEquals(Optional.of(OPEN), facts().findDraft(KEY, OPEN.id()));
        assertEquals(List.of(DISCARDED, OPEN), drafts(Optional.empty()));
        assertEquals(List.of(OPEN), drafts(Optional.of(DraftStatus.OPEN)));
        assertEquals(List.of(DISCARDED), drafts(Optional.of(DraftStatus.DISCARDED)));
        assertEquals(List.of(), drafts(Optional.of(DraftStatus.PUBLISHED)));
        assertEquals(List.of(DESK.revision("open", 1)), facts().listRevisions(KEY, OPEN.id(), Long.MAX_VALUE, 9));
    }

    private List<Draft> drafts(Optional<DraftStatus> status) {
        return facts().listDrafts(KEY, new DraftQuery(status, Optional.empty(), 9));
    }

    @Test
    void versionsAndContentsAreRead() {
        assertEquals(Optional.of(VERSION), facts().findVersion(KEY, 1));
        assertEquals(Optional.of(VERSION), facts().findVersion(KEY, VERSION.id()));
        assertEquals(List.of(VERSION), Picture.of(facts(), KEY).versions());
        assertEquals(
                Optional.of(Picture.described(CONTENT)),
                findContent(KEY, CONTENT.hash()).map(Picture::described));
    }

    @Test
    void deploymentsAndEnvironmentsAreRead() {
        Serving sandbox = DESK.serving(DEPLOYMENT);
        assertEquals(List.of(sandbox), facts().listEnvironments(KEY));
        assertEquals(List.of(DEPLOYMENT), Picture.of(facts(), KEY).deployments());
        assertEquals(Optional.of(DEPLOYMENT), facts().findDeployment(KEY, 1));
        assertEquals(List.of(DEPLOYMENT), facts().listDeployments(KEY, DeploymentQuery.lastOf(1, "sandbox")));
        assertEquals(
                List.of(DEPLOYMENT),
                facts().listDeployments(KEY, DeploymentQuery.activeAt(DEPLOYMENT.at(), "sandbox")));
        assertEquals(Optional.of(sandbox), facts().findServing(KEY, "sandbox"));
    }

    @Test
    void aStandingHasWhatWasAskedForAndNothingElse() {
        Agent agent = agentWithLatest(1);
        Serving sandbox = facts().findServing(KEY, "sandbox").orElseThrow();
        StandingQuery alone = StandingQuery.of(KEY);
        assertEquals(
                List.of(
                        Standing.of(agent),
                        new Found(Optional.of(OPEN), Optional.empty(), Optional.empty()).beside(agent),
                        new Found(Optional.empty(), Optional.of(VERSION), Optional.empty()).beside(agent),
                        new Found(Optional.of(OPEN), Optional.empty(), Optional.of(sandbox)).beside(agent),
                        new Found(Optional.of(OPEN), Optional.of(VERSION), Optional.of(sandbox)).beside(agent)),
                List.of(
                        standing(alone),
                        standing(alone.with(OPEN.id())),
                        standing(alone.withLatest()),
                        standing(alone.with(OPEN.id()).with("sandbox")),
                        standing(alone.with(OPEN.id()).withLatest().with("sandbox"))));
    }

    private record Found(Optional<Draft> draft, Optional<Version> latest, Optional<Serving> serving) {
        Standing beside(Agent agent) {
            return new Standing(agent, draft, latest, serving, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Each by itself and all at once: none takes the place of another. */
    @Test
    void whatAnEnvironmentNamesIsReadWithItWhereThatWasAskedFor() {
        PageRevision page = DESK.page("sandbox", 1);
        DESK.change(1)
                .agent(AGENT.withHead(new Head(2, Rows.at(2), 1, 1, 1, new TreeSet<>(), Optional.empty())))
                .turn(DESK.serving(DEPLOYMENT), page)
                .applyTo(facts());
        for (boolean latest : new boolean[] {true, false}) {
            for (Set<Beside> asked : subsets(Beside.values())) {
                StandingQuery query = StandingQuery.of(KEY).with("sandbox");
                for (Beside row : asked) {
                    query = query.with(row);
                }
                Standing found = standing(latest ? query.withLatest() : query);
                assertEquals(given(latest, VERSION), found.latest());
                assertEquals(given(asked.contains(Beside.DEPLOYMENT), DEPLOYMENT), found.deployment());
                assertEquals(given(asked.contains(Beside.VERSION), VERSION), found.version());
                assertEquals(given(asked.contains(Beside.PAGE), page), found.page());
                assertEquals(Optional.of(DESK.serving(DEPLOYMENT).after(page)), found.serving());
            }
        }
    }

    private static <T> Optional<T> given(boolean there, T row) {
        return there ? Optional.of(row) : Optional.empty();
    }

    private static List<Set<Beside>> subsets(Beside... rows) {
        List<Set<Beside>> all = new ArrayList<>(List.of(Set.of()));
        for (Beside row : rows) {
            for (Set<Beside> without : List.copyOf(all)) {
                all.add(Stream.concat(without.stream(), Stream.of(row)).collect(Collectors.toSet()));
            }
        }
        return all;
    }

    @Test
    void whatIsAskedForBesideAnAgentMayBeMissing() {
        StandingQuery query =
                StandingQuery.of(KEY).with(DraftId.of("none")).withLatest().with("live");
        Standing nothing =
                new Found(Optional.empty(), Optional.empty(), Optional.of(Serving.untouched("live"))).beside(AGENT);
        assertEquals(nothing, standing(query));
        assertEquals(
                nothing,
                standing(query.with(Beside.DEPLOYMENT).with(Beside.VERSION).with(Beside.PAGE)));
        assertEquals(
                Standing.of(AGENT),
                standing(StandingQuery.of(KEY).with(Beside.DEPLOYMENT).with(Beside.VERSION)),
                "rows of an environment without one");
        assertEquals(
                Optional.empty(),
                facts().findStanding(
                                StandingQuery.of(AgentKey.of("w", "nobody")).withLatest()));
    }

    private Agent agentWithLatest(long version) {
        Agent agent = AGENT.withHead(new Head(2, Rows.at(2), version, 1, 1, new TreeSet<>(), Optional.empty()));
        DESK.change(1).agent(agent).applyTo(facts());
        return agent;
    }

    private Standing standing(StandingQuery query) {
        return facts().findStanding(query).orElseThrow();
    }

    @Test
    void servingTellsWhatAnEnvironmentIsLikeWhateverHappenedInIt() {
        Deployment emptied = DESK.deployment(2, "sandbox", OptionalLong.empty(), Rows.at(2));
        Serving frozen =
                Serving.untouched("live").withFreeze(Optional.of(new Freeze(Rows.ADA, Rows.at(2), "no risks")));
        Agent agent = DESK.agent("Front desk", 2);
        DESK.change(1).agent(agent).deploy(emptied).environment(frozen).applyTo(facts());
        assertEquals(Optional.of(DESK.serving(emptied)), facts().findServing(KEY, "sandbox"));
        assertEquals(Optional.of(frozen), facts().findServing(KEY, "live"));
        assertEquals(Optional.of(Serving.untouched("untouched")), facts().findServing(KEY, "untouched"));
        assertEquals(List.of(frozen, DESK.serving(emptied)), facts().listEnvironments(KEY));
    }

    @Test
    void theAuditTrailIsReadByWorkspaceAgentAndRequest() {
        DESK.named("renamed", 1).applyTo(facts());
        assertEquals(
                List.of(2L, 1L),
                Picture.of(facts(), KEY).audit().stream()
                        .map(entry -> entry.number())
                        .toList());
        assertEquals(Picture.of(facts(), KEY).audit(), Picture.audit(facts(), "w"));
        assertEquals(
                Optional.of(Picture.audit(facts(), "w").get(1)),
                facts().findRecorded(KEY, RequestId.of("the-request")).map(Recorded::entry));
        assertEquals(
                Optional.empty(),
                facts().findRecorded(KEY, RequestId.of("another")).map(Recorded::entry));
    }

    @Promise(3)
    @Test
    void rowsThatAreReplacedReadAsTheyAreNow() {
        Agent renamed = DESK.agent("Back office", 2);
        Draft saved = DESK.draft("open", 2, DraftStatus.PUBLISHED, Rows.at(1));
        Deployment second = DESK.deployment(2, "sandbox", 1);
        DESK.change(1)
                .agent(renamed)
                .draft(saved)
                .revision(DESK.revision("open", 2))
                .annotate(1, Rows.annotation(2, "first", Rows.at(2)))
                .deploy(second)
                .applyTo(facts());
        assertEquals(List.of(renamed), Picture.agents(facts(), "w"));
        assertEquals(Optional.of(saved), facts().findDraft(KEY, saved.id()));
        assertEquals(List.of(DISCARDED, saved), drafts(Optional.empty()));
        assertEquals(List.of(saved), drafts(Optional.of(DraftStatus.PUBLISHED)));
        assertEquals(List.of(), drafts(Optional.of(DraftStatus.OPEN)));
        assertEquals(
                List.of(DESK.revision("open", 2), DESK.revision("open", 1)),
                facts().listRevisions(KEY, saved.id(), 3, 9));
        assertEquals(
                Optional.of(VERSION.withAnnotation(Rows.annotation(2, "first", Rows.at(2)))),
                facts().findVersion(KEY, VERSION.id()));
        assertEquals(List.of(second, DEPLOYMENT), Picture.of(facts(), KEY).deployments());
        assertEquals(List.of(DESK.serving(second)), facts().listEnvironments(KEY));
    }

    @Promise(3)
    @Test
    void aContentThatIsThereStaysAsItWasFirstGiven() {
        byte[] spelledOtherwise = "{ }".getBytes(StandardCharsets.UTF_8);
        StoredContent again = new StoredContent(CONTENT.hash(), Optional.empty(), 7, spelledOtherwise);
        StoredContent fresh = DESK.content("fresh");
        Changes change = DESK.named("renamed", 1).content(again).content(fresh);
        ApplyResult.Applied applied = assertInstanceOf(ApplyResult.Applied.class, change.tryOn(facts()));
        assertEquals(Set.of(CONTENT.hash()), change.changeset().kept(applied));
        assertEquals(
                Optional.of(Picture.described(CONTENT)),
                findContent(KEY, CONTENT.hash()).map(Picture::described));
        assertEquals(
                Optional.of(Picture.described(fresh)),
                findContent(KEY, fresh.hash()).map(Picture::described));
    }

    @Promise(7)
    @Test
    void aDeletedAgentLeavesNothingButItsTrail() {
        DESK.change(1).applyTo(facts());
        Picture after = Picture.of(facts(), KEY);
        assertEquals(
                List.of(2L, 1L),
                after.audit().stream().map(entry -> entry.number()).toList());
        assertEquals(after.audit(), Picture.audit(facts(), "w"));
        assertEquals(
                new Picture(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        after.audit()),
                after);
        assertEquals(Optional.empty(), facts().findDraft(KEY, OPEN.id()));
        assertEquals(List.of(), facts().listRevisions(KEY, OPEN.id(), Long.MAX_VALUE, 9));
        assertEquals(Optional.empty(), facts().findVersion(KEY, 1));
        assertEquals(Optional.empty(), facts().findVersion(KEY, VERSION.id()));
        assertEquals(Optional.empty(), findContent(KEY, CONTENT.hash()));
        assertEquals(Optional.empty(), facts().findServing(KEY, "sandbox"));
        assertEquals(List.of(), Picture.agents(facts(), "w"));
        assertEquals(0, facts().countAgents(KEY.workspace(), AgentFilter.all()));
    }

    @Test
    void whatIsNotThereIsAnEmptyResult() {
        assertEquals(Optional.of(AGENT), facts().findAgent(KEY));
        assertEquals(Optional.empty(), facts().findDraft(KEY, DraftId.of("none")));
        assertEquals(List.of(), facts().listRevisions(KEY, DraftId.of("none"), Long.MAX_VALUE, 9));
        assertEquals(List.of(), facts().listRevisions(KEY, OPEN.id(), 1, 9));
        assertEquals(Optional.empty(), facts().findVersion(KEY, 0));
        assertEquals(Optional.empty(), facts().findVersion(KEY, 2));
        assertEquals(Optional.empty(), facts().findVersion(KEY, Long.MAX_VALUE));
        assertEquals(Optional.empty(), facts().findVersion(KEY, VersionId.of("none")));
        assertEquals(Optional.empty(), facts().findDeployment(KEY, 0));
        assertEquals(List.of(), facts().listDeployments(KEY, DeploymentQuery.lastOf(1, "live")));
        assertEquals(Optional.empty(), findContent(KEY, Rows.hash("none")));
        AgentKey nobody = AgentKey.of("w", "nobody");
        Picture nothing = Picture.of(facts(), nobody);
        assertEquals(Optional.empty(), nothing.agent());
        assertEquals(List.of(), nothing.audit());
        assertEquals(List.of(), Picture.agents(facts(), "nowhere"));
        assertEquals(Optional.empty(), facts().findServing(nobody, "sandbox"));
    }

    /** Numbers that no row has may be asked for as well. */
    @Test
    void theLeastAndTheLastNumbersAreAskedForLikeOthers() {
        for (long number : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            boolean above = number > 1;
            assertEquals(Optional.empty(), facts().findVersion(KEY, number));
            assertEquals(
                    above ? List.of(DEPLOYMENT) : List.of(),
                    facts().listDeployments(
                                    KEY,
                                    DeploymentQuery.in(
                                            "sandbox", Optional.of(new From.After(DEPLOYMENT.at(), number)), 9)));
            assertEquals(
                    above ? List.of(VERSION) : List.of(),
                    facts().listVersions(KEY, new VersionQuery(VersionFilter.all(), number, 0, 9)));
            assertEquals(
                    above ? List.of(DESK.revision("open", 1)) : List.of(),
                    facts().listRevisions(KEY, OPEN.id(), number, Integer.MAX_VALUE));
            assertEquals(List.of(), facts().listPageRevisions(KEY, "sandbox", number, Integer.MAX_VALUE));
        }
        assertEquals(
                List.of(),
                facts().listVersions(KEY, new VersionQuery(VersionFilter.all(), Long.MAX_VALUE, Long.MAX_VALUE, 9)));
        assertEquals(
                List.of(),
                facts().listAgents(new AgentQuery(
                        KEY.workspace(),
                        AgentFilter.all(),
                        AgentOrder.BY_NAME,
                        Optional.empty(),
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE)));
    }

    @Test
    void whatWasAppliedIsSeenByEveryThreadAtOnce() {
        for (long head = 1; head <= 50; head++) {
            Agent agent = DESK.agent("name " + head, head + 1);
            DESK.change(head).agent(agent).applyTo(facts());
            List<Optional<Agent>> seen = Rendezvous.inThreads(List.of(
                    () -> facts().findAgent(KEY),
                    () -> Picture.agents(facts(), "w").stream().findFirst(),
                    () -> facts().findStanding(DESK.everything("sandbox")).map(Standing::agent)));
            assertEquals(List.of(Optional.of(agent), Optional.of(agent), Optional.of(agent)), seen);
        }
    }
}
