package dev.stet.examples;

import dev.stet.Pin;
import dev.stet.Range;
import dev.stet.Resolution;
import dev.stet.access.Action;
import dev.stet.access.AuditEntry;
import dev.stet.agent.Agent;
import dev.stet.agent.AgentFilter;
import dev.stet.agent.AgentOrder;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.ref.DraftRef;
import dev.stet.ref.RequestId;
import dev.stet.version.Publish;
import dev.stet.version.PublishOutcome;

/** A process that has just begun finds what others left: agents, versions, what serves where, since when, by whom. */
final class WhatWasKept extends Chapter {
    WhatWasKept(Stage stage) {
        super(stage, "What was kept");
    }

    @Override
    void play() {
        clock.at("08:30");
        narrator.says(ana, "opens the practice, in a process that knows nothing yet. The store does:");
        ana.workspace()
                .agents()
                .list(AgentFilter.all(), AgentOrder.BY_NAME, Range.first(10))
                .items()
                .forEach(this::tell);
        ana.environments().list().forEach(this::tell);
        ana.versions().find(1).ifPresent(first -> aCallGoesOn());
        ana.workspace().audit().of(FrontDesk.ID, Range.first(100)).items().stream()
                .filter(this::isRequestOfAna)
                .findFirst()
                .ifPresent(this::sendAgain);
    }

    private void tell(Agent agent) {
        narrator.row("%s, created by %s on %s: %d versions, %d deployments, %d changes on record."
                .formatted(
                        agent.name(),
                        agent.createdBy().displayName(),
                        clock.briefly(agent.createdAt()),
                        agent.head().latestVersion(),
                        agent.head().latestDeployment(),
                        agent.head().revision()));
    }

    private void tell(Environment environment) {
        String served = ana.environments()
                .findActive(environment.name())
                .map(WhatWasKept::told)
                .orElse("nothing yet");
        narrator.row(Terminal.padded(environment.name(), 13) + served);
    }

    private static String told(Deployment made) {
        return "version %d, since %s, %s by %s%s"
                .formatted(
                        made.version().orElseThrow(),
                        StoryClock.dayAndTime(made.at()),
                        verb(made),
                        made.by().displayName(),
                        made.reason().isEmpty() ? "" : ": “" + made.reason() + "”");
    }

    private void aCallGoesOn() {
        clock.at("08:35");
        String token = FrontDesk.ID + " version 1";
        Resolution pinned = phone.workspace().resolve(Pin.parse(token));
        narrator.says(
                phone,
                "goes on with a conversation that was pinned on the first day: “%s” is still on %s."
                        .formatted(token, FrontDesk.model(pinned.content())));
    }

    private boolean isRequestOfAna(AuditEntry entry) {
        return entry.action() == Action.PUBLISH
                && entry.request().isPresent()
                && entry.actor().equals(ana.actor());
    }

    /** A request that was answered days ago, by another process, word by word: the answer is on record. */
    private void sendAgain(AuditEntry answered) {
        clock.at("08:40");
        RequestId request = answered.request().orElseThrow();
        DraftRef draft = new DraftRef(
                answered.subject().draft().orElseThrow(),
                answered.subject().revision().orElseThrow());
        String label =
                ana.versions().get(answered.subject().version().orElseThrow()).label();
        PublishOutcome again =
                ana.onRequest(request).drafts().publish(Publish.draft(draft).label(label));
        narrator.says(
                ana,
                ("wakes her tablet, which sends request %s of %s again. The answer is what it was, version %d,"
                                + " and nothing was made twice: the latest is version %d.")
                        .formatted(
                                request,
                                clock.briefly(answered.at()),
                                again.version().number(),
                                ana.latestVersion().number()));
    }
}
