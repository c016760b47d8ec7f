package dev.stet.environment;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ordered environments that versions move through, as the host declares them.
 *
 * @param environments their names from first to last, each once: 1 to 64 lower-case letters, digits, {@code -},
 *     {@code _} and {@code .}
 * @param entries the environments a version may be deployed into directly; into the others it is promoted
 * @param skipping whether a promotion may pass over environments
 * @param publishTo where every publish also deploys, in the same atomic step, the version it makes or finds to say the same;
 *     nowhere when empty
 */
public record Pipeline(List<String> environments, Set<String> entries, boolean skipping, Optional<String> publishTo) {
    /** @throws InvalidInputException when a name is malformed or repeated, or an entry is none of the environments */
    public Pipeline {
        environments = Given.list("environment name", environments);
        entries = Given.set("entry", entries);
        Given.the("environment that publishing deploys to", publishTo);
        check(environments, entries, publishTo);
    }

    /** Entered at its first environment, without skipping; publishing deploys nowhere by itself. */
    public static Pipeline of(String first, String... later) {
        List<String> all = new ArrayList<>();
        all.add(Given.environment(first));
        all.addAll(Given.list("environment name", Arrays.asList(Given.the("environment name", later))));
        return new Pipeline(all, Set.of(first), false, Optional.empty());
    }

    /** Lets versions be deployed directly into these environments and no others. */
    public Pipeline entries(String... names) {
        return new Pipeline(
                environments, Given.set("entry", Arrays.asList(Given.the("entry", names))), skipping, publishTo);
    }

    /** Lets promotions pass over environments. */
    public Pipeline allowSkipping() {
        return new Pipeline(environments, entries, true, publishTo);
    }

    /** Makes every publish also deploy into an entry environment: the version it makes, or finds to say the same. */
    public Pipeline publishTo(String environment) {
        return new Pipeline(
                environments, entries, skipping, Given.chosen("environment that publishing deploys to", environment));
    }

    public boolean has(String environment) {
        return environments.contains(Given.the("environment name", environment));
    }

    /** The environment that follows; empty for the last one, and for one that is not of this pipeline. */
    public Optional<String> next(String environment) {
        int at = environments.indexOf(Given.the("environment name", environment));
        return at < 0 || at + 1 == environments.size() ? Optional.empty() : Optional.of(environments.get(at + 1));
    }

    private static void check(List<String> environments, Set<String> entries, Optional<String> publishTo) {
        if (environments.isEmpty()
                || environments.size() != Set.copyOf(environments).size()) {
            throw new InvalidInputException("pipeline", "one or more environments, each named once", "" + environments);
        }
        for (String name : environments) {
            Given.environment(name);
        }
        if (entries.isEmpty() || !environments.containsAll(entries)) {
            throw new InvalidInputException(
                    "pipeline's entries",
                    "one or more of its environments " + environments,
                    "" + new TreeSet<>(entries));
        }
        publishTo.filter(name -> !entries.contains(name)).ifPresent(name -> {
            throw new InvalidInputException(
                    "environment that publishing deploys to", "one of the entries " + new TreeSet<>(entries), name);
        });
    }
}
