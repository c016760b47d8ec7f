package dev.stet.merge;

import dev.stet.input.Given;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What bringing something into a draft would come to, bound to what it was made on: it can be applied as long as the draft,
 * and what is brought in, are still as it saw them. Nothing is written by planning. Immutable.
 *
 * <p>In the {@link #merge()}, <em>ours</em> is the draft and <em>theirs</em> is what is brought into it. A plan that was made
 * anew of the same revisions is equal to the first, its conflicts have the same ids, and so a host need not keep it between
 * two requests.
 *
 * @param draft the draft that is to change, at the revision the plan saw
 * @param source what is brought into it
 * @param base what both were made of; empty where that is nothing
 * @param rebasedOnto the version the draft builds on after that; empty where on none
 * @param merge what the two come to
 */
public record MergePlan(DraftRef draft, Source source, Optional<Ref> base, OptionalLong rebasedOnto, Merge merge) {
    public MergePlan {
        Given.the("draft", draft);
        Given.the("source", source);
        Given.the("base", base);
        Given.the("version to rebase onto", rebasedOnto);
        Given.the("merge", merge);
    }

    /** What is brought into a draft. */
    public sealed interface Source {
        /** The latest version, so that the draft builds on it. */
        record Latest(long version) implements Source {
            @Override
            public String toString() {
                return "version " + version;
            }
        }

        /** Another draft. */
        record Other(DraftRef draft) implements Source {
            public Other {
                Given.the("draft", draft);
            }

            @Override
            public String toString() {
                return "draft " + draft;
            }
        }
    }

    /** Whether nothing is left to decide. */
    public boolean isClean() {
        return merge.conflicts().isEmpty();
    }

    /** This plan with conflicts resolved, as {@link Merge#resolve} says. */
    public MergePlan resolve(Resolutions resolutions) {
        return new MergePlan(draft, source, base, rebasedOnto, merge.resolve(resolutions));
    }
}
