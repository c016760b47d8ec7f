package dev.stet.storage.tck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.access.AuditEntry;
import dev.stet.facts.Facts;
import dev.stet.ref.AgentKey;
import dev.stet.ref.RequestId;
import dev.stet.storage.tck.oracle.Comparison;
import dev.stet.storage.tck.oracle.Generated;
import dev.stet.storage.tck.oracle.Model;
import dev.stet.storage.tck.oracle.NamedRows;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.storage.tck.oracle.Verdict;
import dev.stet.storage.tck.stage.History.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Whether the history of one agent has a linear order: whether the calls could have been made one after another, in an
 * order that nobody who saw one end before another began can tell from the real one, with the same answers and the same
 * end. The agent's audit trail is the witness: it says what the order was.
 */
public final class HistoryCheck {
    private final History history;
    private final AgentKey key;
    private final List<Event> events;

    public HistoryCheck(History history, AgentKey key) {
        this.history = history;
        this.key = key;
        this.events = history.events().stream()
                .filter(event -> event.command().key().equals(key))
                .toList();
    }

    public void hasALinearOrder() {
        List<Event> acknowledged = inOrderOfTheTrail();
        noneOvertook(acknowledged);
        List<Model> states = replayed(acknowledged);
        events.stream()
                .filter(event -> !event.acknowledged())
                .forEach(refused -> couldBeRefused(refused, acknowledged, states));
        Comparison comparison = new Comparison(history::workspace, states.get(states.size() - 1), history.clock());
        comparison.ofAgent(key);
        NamedRows.compare(new Facts(history.storage()), key);
    }

    /** Every acknowledged call has its one entry, and every entry its call. */
    private List<Event> inOrderOfTheTrail() {
        List<AuditEntry> trail = new ArrayList<>(
                Pages.all(range -> history.workspaceOf(key).audit().of(key.agent(), range), 100));
        Collections.reverse(trail);
        assertEquals(
                LongStream.rangeClosed(1, trail.size()).boxed().toList(),
                trail.stream().map(AuditEntry::number).toList(),
                "the numbers of the audit trail of " + key);
        history.workspaceOf(key)
                .agents()
                .find(key.agent())
                .ifPresent(agent -> assertEquals(
                        trail.size(), agent.head().revision(), "the head counts the entries of the audit trail"));
        Map<RequestId, Long> numbers =
                trail.stream().collect(Collectors.toMap(entry -> entry.request().orElseThrow(), AuditEntry::number));
        List<Event> acknowledged = events.stream().filter(Event::acknowledged).toList();
        assertEquals(
                acknowledged.stream().map(Event::request).collect(Collectors.toSet()),
                numbers.keySet(),
                "the requests on record of " + key + " are those that were acknowledged");
        return acknowledged.stream()
                .sorted(Comparator.comparing(event -> numbers.get(event.request())))
                .toList();
    }

    /** What ended before something else began, has the lower number. */
    private static void noneOvertook(List<Event> acknowledged) {
        long latestBegin = 0;
        for (Event event : acknowledged) {
            long began = latestBegin;
            assertTrue(event.ended() > began, () -> "this ended before one with a lower number began: " + event);
            latestBegin = Math.max(latestBegin, event.began());
        }
    }

    /** The states of the model between the calls, made in this order and answered as they were. */
    private List<Model> replayed(List<Event> acknowledged) {
        Model model = new Model(history.setup());
        List<Model> states = new ArrayList<>(List.of(model.copy()));
        for (Event event : acknowledged) {
            Verdict verdict = model.make(event.command(), event.turn(), Generated.in(event.outcome()));
            assertTrue(
                    verdict.admits(event.outcome()),
                    () -> "call " + states.size() + " of " + key + " must end in " + verdict + ", but: " + event);
            states.add(model.copy());
        }
        return states;
    }

    /** A refusal must be right at some point between the begin of the call and its end. */
    private static void couldBeRefused(Event refused, List<Event> acknowledged, List<Model> states) {
        int first = 0;
        int last = acknowledged.size();
        for (int i = acknowledged.size(); i > 0; i--) {
            Event made = acknowledged.get(i - 1);
            first = made.ended() < refused.began() ? Math.max(first, i) : first;
            last = made.began() > refused.ended() ? i - 1 : last;
        }
        List<Verdict> verdicts = states.subList(first, last + 1).stream()
                .map(state -> state.judge(refused.command(), refused.turn(), Generated.none()))
                .toList();
        assertTrue(
                verdicts.stream().anyMatch(verdict -> verdict.admits(refused.outcome())),
                () -> "this must end in one of " + verdicts + ", but: " + refused);
    }

    /** No two calls of a kind that names what it expects won with the same expectation. */
    public static <T> void oneWinnerEach(List<Event> events, Function<Event, T> expectation) {
        Map<T, List<Event>> winners =
                events.stream().filter(Event::acknowledged).collect(Collectors.groupingBy(expectation));
        winners.forEach((expected, made) -> assertEquals(1, made.size(), () -> "winners on " + expected + ": " + made));
    }
}
