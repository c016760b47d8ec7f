package dev.stet.storage.jdbc.witness;

import dev.stet.Workspace;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.Head;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Whether the rows of one agent make a whole: the audit trail tells of each change once and the rows hold what it tells of
 * and no more; everything is numbered without a gap; the head, the environments and the drafts agree with the histories
 * they sum up; and every content is there and reads.
 */
final class WholeCheck {
    private static final Set<Action> MAKE_REVISIONS = Set.of(Action.CREATE_AGENT, Action.OPEN_DRAFT, Action.SAVE_DRAFT);

    private final Workspace workspace;
    private final AgentRecord found;
    private final Findings findings;

    WholeCheck(Workspace workspace, AgentRecord found, Findings findings) {
        this.workspace = workspace;
        this.found = found;
        this.findings = findings;
    }

    void run() {
        if (found.agent().isEmpty()) {
            findings.requireEqual(List.of(), found.trail(), "the trail of an agent that is not there");
            findings.requireEqual(Map.of(), found.facts(), "what is there of an agent that is not");
            return;
        }
        head(found.agent().get());
        trail();
        versions();
        deployments();
        drafts();
        contents(found.id());
    }

    private void head(Agent agent) {
        Head head = agent.head();
        findings.requireNumbers(
                head.revision(), numbers(found.trail(), AuditEntry::number), "the trail's entries up to the head");
        findings.requireNumbers(
                head.latestVersion(), numbers(found.versions(), Version::number), "the versions up to the head");
        findings.requireNumbers(
                head.latestDeployment(),
                numbers(found.deployments(), Deployment::number),
                "the deployments up to the head");
        long open = found.drafts().stream()
                .filter(draft -> draft.status() == DraftStatus.OPEN)
                .count();
        findings.requireEqual((long) head.openDrafts(), open, "the number of open drafts");
    }

    private void trail() {
        Instant before = Instant.MIN;
        for (AuditEntry entry : found.trail()) {
            if (entry.at().isBefore(before)) {
                findings.add(Finding.Kind.TORN, "time ran backwards before " + entry);
            }
            before = entry.at();
        }
    }

    /** Each version is what one publish made of a revision. */
    private void versions() {
        Map<DraftRef, DraftRevision> revisions = new HashMap<>();
        found.revisions().values().forEach(all -> all.forEach(revision -> revisions.put(revision.ref(), revision)));
        findings.requireEqual(
                told(
                        entry -> entry.action() == Action.PUBLISH && entry.changed(),
                        entry -> entry.subject().version()),
                numbers(found.versions(), Version::number),
                "the versions that the trail tells of");
        for (Version version : found.versions()) {
            DraftRevision source = revisions.get(version.lineage().draft());
            findings.requireEqual(
                    version.hash(), source == null ? "missing" : source.hash(), "the revision behind " + version);
        }
    }

    /** Deployments follow each other, and each environment serves what its last deployment says. */
    private void deployments() {
        findings.requireEqual(
                told(AuditEntry::changed, entry -> entry.subject().deployment()),
                numbers(found.deployments(), Deployment::number),
                "the deployments that the trail tells of");
        Map<String, Environment> serving = new HashMap<>();
        for (Deployment deployment : found.deployments()) {
            Environment before =
                    serving.getOrDefault(deployment.environment(), Environment.untouched(deployment.environment()));
            findings.requireEqual(before.deployment(), deployment.replaced(), "what " + deployment + " replaced");
            findings.requireEqual(
                    before.version(), deployment.replacedVersion(), "which version " + deployment + " replaced");
            serving.put(deployment.environment(), before.serving(deployment));
        }
        for (Environment environment : found.environments()) {
            findings.requireEqual(
                    serving.getOrDefault(environment.name(), Environment.untouched(environment.name())),
                    environment,
                    "what environment " + environment.name() + " serves");
        }
    }

    private void drafts() {
        Map<DraftRef, Long> told = new HashMap<>();
        found.trail().stream()
                .filter(entry -> MAKE_REVISIONS.contains(entry.action()) && entry.changed())
                .map(entry -> new DraftRef(
                        entry.subject().draft().orElseThrow(),
                        entry.subject().revision().orElseThrow()))
                .forEach(revision -> told.merge(revision, 1L, Long::sum));
        for (Draft draft : found.drafts()) {
            List<DraftRevision> revisions = found.revisions().getOrDefault(draft.id(), List.of());
            findings.requireNumbers(
                    draft.revision(), numbers(revisions, DraftRevision::number), "the revisions of " + draft);
            revisions.stream()
                    .skip(Math.max(0, revisions.size() - 1))
                    .forEach(last -> findings.requireEqual(last.hash(), draft.hash(), "the content of " + draft));
            revisions.forEach(revision -> findings.requireEqual(
                    1L, told.getOrDefault(revision.ref(), 0L), "how often the trail tells of " + revision));
            revisions.forEach(revision -> told.remove(revision.ref()));
            findings.requireEqual(publishedAs(draft), draft.publishedAs(), "as what was published " + draft);
        }
        findings.requireEqual(Map.of(), told, "what the trail tells of revisions that are not there");
    }

    private OptionalLong publishedAs(Draft draft) {
        return found.versions().stream()
                .filter(version -> version.lineage().draft().id().equals(draft.id()))
                .mapToLong(Version::number)
                .max();
    }

    private void contents(AgentId id) {
        for (Version version : found.versions()) {
            findings.requireRead(version, () -> workspace.versions(id).verify(version.number()), "version");
        }
        found.revisions()
                .values()
                .forEach(all -> all.forEach(revision -> findings.requireRead(
                        revision.hash(),
                        () -> workspace
                                .contents(id)
                                .read(Ref.revision(revision.ref()))
                                .hash(),
                        "the content of " + revision)));
    }

    /** The numbers that the trail tells of, in its order. */
    private List<Long> told(Predicate<AuditEntry> telling, Function<AuditEntry, OptionalLong> number) {
        return found.trail().stream()
                .filter(telling)
                .map(number)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    private static <T> List<Long> numbers(List<T> rows, ToLongFunction<T> number) {
        return rows.stream().mapToLong(number).boxed().toList();
    }
}
