package dev.stet.storage.jdbc.witness;

import dev.stet.ref.AgentId;
import dev.stet.ref.RequestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the programs told, over any number of processes and lives of the store: each call, from before it was made, and
 * what is known of it. Safe for use by several threads.
 */
public final class Testimony {
    private final Map<AgentId, Map<RequestId, Call>> calls = new TreeMap<>(Comparator.comparing(AgentId::value));
    private final Map<RequestId, Fate> fates = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Takes down what a program said. */
    public synchronized void hear(List<String> words) {
        Saying saying = Saying.of(words);
        List<String> rest = words.subList(1, words.size());
        switch (saying) {
            case CALL -> called(Call.of(rest));
            case TOLD -> fates.put(request(rest), new Fate.Acknowledged(facts(rest.subList(1, rest.size()))));
            case REFUSED -> fates.put(request(rest), new Fate.Refused(rest.get(1)));
            case FAILED -> fates.put(request(rest), new Fate.Failed(rest.get(1)));
            case FAULT -> faults.add(String.join(" ", rest));
            case OPENING, UNOPENED, READY, UNKNOWN, END -> {}
        }
    }

    private void called(Call call) {
        calls.computeIfAbsent(call.agent(), agent -> new LinkedHashMap<>()).put(call.request(), call);
        fates.put(call.request(), new Fate.InDoubt());
    }

    private static RequestId request(List<String> rest) {
        return RequestId.of(rest.get(0));
    }

    private static List<Fact> facts(List<String> words) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < words.size(); i += Fact.WORDS) {
            facts.add(Fact.of(words.subList(i, i + Fact.WORDS)));
        }
        return facts;
    }

    /** What programs met that the library must not do to them. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** The calls that the library said it had not made because the store failed or gave way. */
    public synchronized List<String> failures() {
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Fate.Failed)
                .map(Object::toString)
                .toList();
    }

    public synchronized long acknowledged() {
        return fates.values().stream()
                .filter(Fate.Acknowledged.class::isInstance)
                .count();
    }

    /** The agents of all calls. */
    public synchronized Set<AgentId> agents() {
        Set<AgentId> agents = new TreeSet<>(Comparator.comparing(AgentId::value));
        agents.addAll(calls.keySet());
        return agents;
    }

    /** The calls of which nobody knows whether they were made. */
    public synchronized List<Call> inDoubt() {
        return calls.values().stream()
                .flatMap(ofAgent -> ofAgent.values().stream())
                .filter(call -> fates.get(call.request()) instanceof Fate.InDoubt)
                .toList();
    }

    synchronized Map<RequestId, Call> callsOf(AgentId agent) {
        return Map.copyOf(calls.getOrDefault(agent, Map.of()));
    }

    synchronized Fate fateOf(Call call) {
        return fates.getOrDefault(call.request(), new Fate.InDoubt());
    }
}
