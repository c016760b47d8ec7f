package dev.stet.storage.tck.oracle;

import dev.stet.access.Actor;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Duet.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A script performed on a registry and on the model at once, compared after every line. */
public final class Performance {
    private final Duet duet;
    private final List<Call> requests = new ArrayList<>();
    private final List<String> transcript = new ArrayList<>();

    public Performance(Setup setup, Storage storage) {
        duet = new Duet(setup, storage);
    }

    /** Performs all lines, and compares everything at the end once more. */
    public void perform(Script script) {
        try {
            script.lines().forEach(this::perform);
            Script.KEYS.forEach(duet::compare);
        } catch (AssertionError | RuntimeException mismatch) {
            throw new AssertionError(mismatch.getMessage() + told(), mismatch);
        }
    }

    private void perform(Script.Line line) {
        Choices choices = new Choices(line.choices());
        duet.move(Script.tick(choices));
        Actor actor = Script.ACTORS.get(choices.next(Script.ACTORS.size()));
        Call call = call(line, actor, agent(choices), choices);
        Outcome outcome = duet.onRegistry(call);
        transcript.add(duet.turn(call) + ": " + call.command() + "\n       -> " + outcome);
        Verdict verdict = duet.onModel(call, outcome);
        if (call.request().isPresent() && verdict instanceof Verdict.Answer) {
            requests.add(call);
        }
        duet.compare(call.command().key());
    }

    /** Mostly the first agent that was not deleted. */
    private AgentKey agent(Choices choices) {
        AgentKey any = Script.KEYS.get(Math.max(0, choices.next(18) - 13));
        AgentState state = duet.state(any);
        boolean deleted = state.everWas() && state.agent().isEmpty();
        return deleted && choices.next(12) != 11
                ? Script.KEYS.get((Script.KEYS.indexOf(any) + 1) % Script.KEYS.size())
                : any;
    }

    private Call call(Script.Line line, Actor actor, AgentKey key, Choices choices) {
        if (line.kind() == Script.Kind.RETRY && !requests.isEmpty()) {
            Call earlier = requests.get(requests.size() - 1 - choices.next(requests.size()));
            return choices.next(5) == 4 ? new Call(actor, earlier.request(), earlier.command()) : earlier;
        }
        boolean rash = choices.next(12) == 11;
        Verb verb = rash ? line.verb() : line.verb().sensible(duet.state(key));
        Command command = new CommandWriter(new Scene(duet.model(), key, choices)).write(verb);
        Call call = Call.by(actor, command);
        return switch (line.kind()) {
            case REQUEST -> call.request("request-" + transcript.size());
            case REUSE -> new Call(actor, used(command), command);
            default -> call;
        };
    }

    /** The id of an earlier request to do something else, or to do it with another agent. */
    private Optional<RequestId> used(Command command) {
        Set<Optional<RequestId>> ofTheSame = requests.stream()
                .filter(call -> call.command().key().equals(command.key()))
                .filter(call -> call.command().action() == command.action())
                .map(Call::request)
                .collect(Collectors.toSet());
        return requests.stream()
                .map(Call::request)
                .filter(request -> !ofTheSame.contains(request))
                .findFirst()
                .orElse(Optional.empty());
    }

    private String told() {
        StringBuilder text = new StringBuilder("\nAfter these calls:");
        for (int i = 0; i < transcript.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(transcript.get(i));
        }
        return text.append('\n').toString();
    }
}
