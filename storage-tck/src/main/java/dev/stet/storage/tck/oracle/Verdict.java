package dev.stet.storage.tck.oracle;

import java.util.Set;

/** What the model says about a call. */
public sealed interface Verdict {
    /** Whether a registry may have answered like that. */
    boolean admits(Outcome outcome);

    /** The call returns exactly this. */
    record Answer(Object value) implements Verdict {
        @Override
        public boolean admits(Outcome outcome) {
            return outcome instanceof Outcome.Returned returned
                    && returned.value().equals(value);
        }
    }

    /** The call is a retry: it returns what the first one did, except for what may have changed since. */
    record Retold(Object first) implements Verdict {
        @Override
        public boolean admits(Outcome outcome) {
            return outcome instanceof Outcome.Returned returned
                    && Lasting.factsOf(returned.value()).equals(Lasting.factsOf(first));
        }
    }

    /** The call is refused, for any of these reasons. */
    record No(Set<Refusal> reasons) implements Verdict {
        @Override
        public boolean admits(Outcome outcome) {
            return outcome instanceof Outcome.Threw threw
                    && reasons.stream().anyMatch(reason -> reason.covers(Refusal.of(threw.thrown())));
        }
    }
}
