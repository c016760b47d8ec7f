package dev.stet.storage.memory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A run of the kit inside of a test: what ran of each suite, and how it ended. */
record KitRun(List<Result> results) {
    /** The suite is the segment after the class in the ids of both engines. */
    private static final Pattern SUITE =
            Pattern.compile("/\\[class:[^]]*]/\\[(?:nested-class|class):(?:.*\\$)?(\\w+)]");

    record Result(String suite, String test, TestExecutionResult.Status status) {}

    /** Runs a contract on both engines, with few tries and without shrinking: one failure is enough to know. */
    static KitRun of(Class<?> contract) {
        Stream<Event> jupiter =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(contract))
                        .execute()
                        .allEvents()
                        .finished()
                        .stream();
        Stream<Event> jqwik = EngineTestKit.engine("jqwik")
                .selectors(selectClass(contract))
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.tries.default", "40")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute()
                .allEvents()
                .finished()
                .stream();
        return new KitRun(Stream.concat(jupiter, jqwik).flatMap(KitRun::result).toList());
    }

    /** What a test, or a group of them, came to; nothing for the groups that only hold others and went well. */
    private static Stream<Result> result(Event event) {
        Matcher suite = SUITE.matcher(event.getTestDescriptor().getUniqueId().toString());
        TestExecutionResult.Status status =
                event.getRequiredPayload(TestExecutionResult.class).getStatus();
        boolean counts = event.getTestDescriptor().isTest() || status != TestExecutionResult.Status.SUCCESSFUL;
        return counts && suite.find()
                ? Stream.of(new Result(
                        suite.group(1), event.getTestDescriptor().getUniqueId().toString(), status))
                : Stream.empty();
    }

    Set<String> suitesWith(TestExecutionResult.Status status) {
        return results.stream()
                .filter(result -> result.status() == status)
                .map(Result::suite)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> testsWith(TestExecutionResult.Status status) {
        return results.stream()
                .filter(result -> result.status() == status)
                .map(Result::test)
                .toList();
    }
}
