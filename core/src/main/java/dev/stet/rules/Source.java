package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftLineage;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.ref.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A content that a draft is opened from or restored to.
 *
 * @param content the content
 * @param lineage the lineage of a draft that is opened from it
 * @param stored whether it is among the contents of the same agent already
 * @param resembles where it is not, a content that is, and that it may resemble
 */
public record Source(Content content, DraftLineage lineage, boolean stored, Optional<ContentHash> resembles) {
    public static Source blank() {
        return new Source(Content.empty(), DraftLineage.none(), false, Optional.empty());
    }

    public static Source given(Content content) {
        return new Source(content, DraftLineage.none(), false, Optional.empty());
    }

    public static Source ofVersion(long number, Content content) {
        return new Source(content, DraftLineage.onVersion(number), true, Optional.empty());
    }

    /**
     * A draft's content at one of its revisions. The new draft builds on what the old one built on then; on what it
     * builds on now, where that is its latest revision; and on the version it became, where it was closed by that.
     */
    public static Source ofDraft(Draft draft, DraftRevision revision, Content content) {
        OptionalLong now = draft.status() == DraftStatus.PUBLISHED ? draft.publishedAs() : draft.base();
        OptionalLong base = revision.number() == draft.revision() ? now : revision.base();
        Optional<Origin> origin = base.isEmpty() ? draft.lineage().duplicatedFrom() : Optional.empty();
        return new Source(
                content,
                new DraftLineage(base, Optional.of(revision.ref()), OptionalLong.empty(), origin),
                true,
                Optional.empty());
    }

    /** The same, where it may resemble a content that the agent has. */
    public Source resembling(Optional<ContentHash> other) {
        return new Source(content, lineage, stored, other);
    }

    /** The same content, as the beginning of another agent's history. */
    public Source duplicatedFrom(Origin origin) {
        return new Source(
                content,
                new DraftLineage(OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.of(origin)),
                false,
                Optional.empty());
    }
}
