package dev.stet.storage.jdbc.witness;

import dev.stet.Workspace;
import dev.stet.access.AuditEntry;
import dev.stet.error.StetException;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import dev.stet.ref.RequestId;
import dev.stet.version.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what is on record of one agent is what the programs were told: every acknowledged call once, with every fact that
 * it was told of; no call that was refused or said not to have been made; calls in doubt at most once; and nothing else.
 */
final class ToldCheck {
    private final Workspace workspace;
    private final Testimony testimony;
    private final AgentRecord found;
    private final Findings findings;
    private final Map<Fact.Kind, Map<String, Fact>> facts;
    private final Map<RequestId, AuditEntry> entries = new HashMap<>();

    ToldCheck(Workspace workspace, Testimony testimony, AgentRecord found, Findings findings) {
        this.workspace = workspace;
        this.testimony = testimony;
        this.found = found;
        this.findings = findings;
        this.facts = found.facts();
    }

    void run() {
        Map<RequestId, Call> calls = testimony.callsOf(found.id());
        trail(calls);
        noneToldTwice(calls);
        for (Call call : calls.values()) {
            Fate fate = testimony.fateOf(call);
            if (fate instanceof Fate.Acknowledged acknowledged) {
                acknowledged(call, acknowledged.facts());
            } else if (!(fate instanceof Fate.InDoubt) && entries.containsKey(call.request())) {
                findings.add(Finding.Kind.INVENTED, call + " is on record, although it ended as " + fate);
            }
        }
    }

    private void trail(Map<RequestId, Call> calls) {
        for (AuditEntry entry : found.trail()) {
            Optional<Call> call = entry.request().map(calls::get);
            if (call.isEmpty()) {
                findings.add(Finding.Kind.INVENTED, "nobody asked for " + entry);
            } else if (entries.put(call.get().request(), entry) != null) {
                findings.add(Finding.Kind.REPEATED, call.get() + " is on record more than once");
            } else {
                asked(call.get(), entry);
            }
        }
    }

    private void asked(Call call, AuditEntry entry) {
        if (entry.action() != call.action() || !entry.actor().equals(call.actor())) {
            findings.add(Finding.Kind.CHANGED, call + " is on record as " + entry);
        }
    }

    /** No revision was given to two saves, no number to two publishes. */
    private void noneToldTwice(Map<RequestId, Call> calls) {
        Set<String> given = new HashSet<>();
        for (Call call : calls.values()) {
            if (testimony.fateOf(call) instanceof Fate.Acknowledged acknowledged) {
                acknowledged.facts().stream()
                        .filter(fact -> call instanceof Call.Saving || labelled(call, fact))
                        .filter(fact -> !given.add(fact.kind() + " " + fact.key()))
                        .forEach(fact -> findings.add(
                                Finding.Kind.REPEATED, fact.kind() + " " + fact.key() + " was told to two"));
            }
        }
    }

    /** Whether a fact is the version that a publish made, rather than one that it found to say the same already. */
    private static boolean labelled(Call call, Fact fact) {
        return call instanceof Call.Publication
                && fact.kind() == Fact.Kind.VERSION
                && fact.text().contains("label=" + call.request() + ",");
    }

    private void acknowledged(Call call, List<Fact> told) {
        if (!entries.containsKey(call.request())) {
            findings.add(Finding.Kind.LOST, call + " was acknowledged and is not on the trail");
        }
        for (Fact fact : told) {
            Optional<Fact> there = Optional.ofNullable(
                    facts.getOrDefault(fact.kind(), Map.of()).get(fact.key()));
            if (there.isEmpty()) {
                findings.add(Finding.Kind.LOST, call + " was told of " + fact + ", which is not there");
            } else if (!there.get().equals(fact)) {
                findings.add(Finding.Kind.CHANGED, call + " was told of " + fact + ", but there is " + there.get());
            }
        }
        if (findings.all().isEmpty()) {
            brought(call, told);
        }
    }

    /** What is there is what the call brought. */
    private void brought(Call call, List<Fact> told) {
        if (call instanceof Call.Saving saving) {
            DraftRef made =
                    new DraftRef(saving.expected().id(), saving.expected().revision() + 1);
            if (!holds(made, saving)) {
                findings.add(Finding.Kind.CHANGED, call + " saved another text than what is there");
            }
        } else if (call instanceof Call.Publication) {
            for (Version version : found.versions()) {
                boolean its = version.label().equals(call.request().value());
                if (its && !version.publishedBy().equals(call.actor())) {
                    findings.add(Finding.Kind.CHANGED, call + " is there as published by another: " + version);
                }
                if (its && told.stream().noneMatch(Fact.of(version)::isAbout)) {
                    findings.add(Finding.Kind.REPEATED, call + " was told of another version than " + version);
                }
            }
        }
    }

    private boolean holds(DraftRef revision, Call.Saving saving) {
        try {
            return workspace
                    .contents(found.id())
                    .read(Ref.revision(revision))
                    .section(Call.SAID)
                    .equals(Optional.of(saving.text()));
        } catch (StetException unreadable) {
            return false;
        }
    }
}
