package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What two contents, <em>ours</em> and <em>theirs</em>, that were made of one <em>base</em> come to together. A pure
 * function of the three, the same each time; never refused, whatever they are. Immutable.
 *
 * <p>What only one side changed is taken from that side, and what both changed alike is taken once. Everything else is
 * merged further inside: objects member by member; arrays element by element, known again by their {@link Identities
 * identity} where one applies to all three, and by what they say otherwise; texts of several lines by line. What cannot be
 * is a {@link Conflict}.
 *
 * <p>The order of members and elements is that of ours, with what theirs added behind what it follows there. In an array
 * the order changes when one side changed it. Which side is called ours makes no difference to what a merge means.
 */
public sealed interface Merge {
    /** Merges three contents whose array elements are known again by {@link Identities#byDefault()}. */
    static Merge of(Content base, Content ours, Content theirs) {
        return of(base, ours, theirs, Identities.byDefault());
    }

    /** Merges three contents. */
    static Merge of(Content base, Content ours, Content theirs, Identities identities) {
        return Conflicted.merged(
                Given.the("base", base),
                Given.the("ours", ours),
                Given.the("theirs", theirs),
                Given.the("identities", identities),
                Resolutions.none());
    }

    /** What came from whom, in the order the merge found it; of a section that only one side changed, no more than that. */
    List<Contribution> contributions();

    /** What nobody has decided yet, in the order of the merged content; empty when the merge is clean. */
    List<Conflict> conflicts();

    /**
     * This merge with conflicts resolved; what is not resolved stays a conflict, with the id it had.
     *
     * @throws InvalidInputException when a resolution names no conflict of this merge, or is of a kind that cannot resolve
     *     the conflict it names
     * @throws dev.stet.content.InvalidContentException when a value nests deeper, where it goes, than any value may
     */
    Merge resolve(Resolutions resolutions);

    /**
     * Nothing is left to decide.
     *
     * @param content what the two sides come to
     */
    record Clean(Content content, List<Contribution> contributions) implements Merge {
        public Clean {
            contributions = List.copyOf(contributions);
        }

        @Override
        public List<Conflict> conflicts() {
            return List.of();
        }

        @Override
        public Merge resolve(Resolutions resolutions) {
            Given.the("resolutions", resolutions);
            Conflicted.requireKnown(resolutions, Set.of());
            return this;
        }
    }

    /** Somebody has to decide. There is no content until all is decided. */
    final class Conflicted implements Merge {
        private final Content base;
        private final Content ours;
        private final Content theirs;
        private final Identities identities;
        private final Resolutions resolved;
        private final Ledger ledger;

        private Conflicted(
                Content base,
                Content ours,
                Content theirs,
                Identities identities,
                Resolutions resolved,
                Ledger ledger) {
            this.base = base;
            this.ours = ours;
            this.theirs = theirs;
            this.identities = identities;
            this.resolved = resolved;
            this.ledger = ledger;
        }

        private static Merge merged(
                Content base, Content ours, Content theirs, Identities identities, Resolutions resolutions) {
            Ledger ledger = new Ledger(resolutions);
            Content content = new Walk(identities, ledger).merged(base, ours, theirs);
            return ledger.conflicts().isEmpty()
                    ? new Clean(content, ledger.contributions())
                    : new Conflicted(base, ours, theirs, identities, resolutions, ledger);
        }

        @Override
        public List<Conflict> conflicts() {
            return ledger.conflicts();
        }

        @Override
        public List<Contribution> contributions() {
            return ledger.contributions();
        }

        @Override
        public Merge resolve(Resolutions resolutions) {
            Given.the("resolutions", resolutions);
            requireKnown(resolutions, conflicts().stream().map(Conflict::id).collect(Collectors.toUnmodifiableSet()));
            return merged(base, ours, theirs, identities, resolutions.orElse(resolved));
        }

        private static void requireKnown(Resolutions resolutions, Set<String> ids) {
            for (String id : resolutions.byId().keySet()) {
                if (!ids.contains(id)) {
                    throw new InvalidInputException(
                            "resolution", "of a conflict that is open in this merge, one of " + new TreeSet<>(ids), id);
                }
            }
        }

        /** Whether the same contents were merged, and the same is resolved. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Conflicted that
                    && base.equals(that.base)
                    && ours.equals(that.ours)
                    && theirs.equals(that.theirs)
                    && identities.equals(that.identities)
                    && resolved.equals(that.resolved);
        }

        @Override
        public int hashCode() {
            return Objects.hash(base, ours, theirs);
        }

        /** Where the conflicts are. */
        @Override
        public String toString() {
            return "Conflicted" + conflicts();
        }
    }
}
