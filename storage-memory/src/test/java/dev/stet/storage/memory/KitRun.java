package dev.stet.storage.memory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.stet.storage.tck.StorageContract;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Group;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A run of the kit inside of a test: what ran of each suite, and how it ended. */
record KitRun(List<Result> results) {
    /** The suite is the segment after the class in the ids of both engines. */
    private static final Pattern SUITE =
            Pattern.compile("/\\[class:[^]]*]/\\[(?:nested-class|class):(?:.*\\$)?(\\w+)]");

    record Result(String suite, String test, TestExecutionResult.Status status) {}

    /** Runs the whole contract. */
    static KitRun of(Class<? extends StorageContract> contract) {
        return of(contract, suites());
    }

    /**
     * Runs some suites of a contract without shrinking, all waits at once: one failure is enough to know. With so many tries
     * that a fault which one in twenty of them meets is not missed; a property ends with the first that fails.
     */
    static KitRun of(Class<? extends StorageContract> contract, Set<String> suites) {
        return of(contract, suites, 400);
    }

    /** The same with as many tries of each property. */
    static KitRun of(Class<? extends StorageContract> contract, Set<String> suites, int tries) {
        Stream<Event> jupiter = execute(EngineTestKit.engine("junit-jupiter")
                .selectors(selected(contract, suites))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "worker_thread_pool")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "5"));
        DiscoverySelector[] properties = properties(contract, suites);
        Stream<Event> jqwik = properties.length == 0
                ? Stream.empty()
                : execute(EngineTestKit.engine("jqwik")
                        .selectors(properties)
                        .configurationParameter("jqwik.database", "")
                        .configurationParameter("jqwik.tries.default", Integer.toString(tries))
                        .configurationParameter("jqwik.shrinking.default", "OFF")
                        .configurationParameter("jqwik.reporting.usejunitplatform", "true"));
        return new KitRun(Stream.concat(jupiter, jqwik).flatMap(KitRun::result).toList());
    }

    /** The suites of the contract, by their names there. */
    static Set<String> suites() {
        return Arrays.stream(StorageContract.class.getDeclaredClasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DiscoverySelector[] selected(Class<?> contract, Set<String> suites) {
        return Arrays.stream(StorageContract.class.getDeclaredClasses())
                .filter(suite -> suites.contains(suite.getSimpleName()))
                .map(suite -> selectNestedClass(List.of(contract), suite))
                .toArray(DiscoverySelector[]::new);
    }

    /** The same for those of jqwik, which knows inherited suites by their ids only. */
    private static DiscoverySelector[] properties(Class<?> contract, Set<String> suites) {
        UniqueId id = UniqueId.forEngine("jqwik").append("class", contract.getName());
        return Arrays.stream(StorageContract.class.getDeclaredClasses())
                .filter(suite -> suites.contains(suite.getSimpleName()))
                .filter(suite -> suite.isAnnotationPresent(Group.class))
                .map(suite -> selectUniqueId(id.append("class", suite.getName())))
                .toArray(DiscoverySelector[]::new);
    }

    private static Stream<Event> execute(EngineTestKit.Builder engine) {
        return engine.execute().allEvents().finished().stream();
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
