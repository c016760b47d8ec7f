package dev.stet.ref;

import dev.stet.content.Content;
import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;

/** Points at one content of an agent: wherever contents are read, compared, restored or run, this says which. */
public sealed interface Ref {
    /** The content that version {@code number} froze. */
    static Ref version(long number) {
        return new OfVersion(number);
    }

    /** The content of a draft as it is at the time of the call. */
    static Ref draft(DraftId id) {
        return new OfDraft(id);
    }

    /** The content of a draft as it was at one revision. */
    static Ref revision(DraftRef revision) {
        return new OfRevision(revision);
    }

    /** A content the caller holds, stored or not. */
    static Ref content(Content content) {
        return new OfContent(content);
    }

    /** See {@link #version}. */
    record OfVersion(long number) implements Ref {
        /** @throws InvalidInputException when {@code number} is not positive */
        public OfVersion {
            if (number < 1) {
                throw new InvalidInputException("version number", "a number from 1 on", Long.toString(number));
            }
        }

        @Override
        public String toString() {
            return "version " + number;
        }
    }

    /** See {@link #draft}. */
    record OfDraft(DraftId id) implements Ref {
        public OfDraft {
            Given.the("draft id", id);
        }

        @Override
        public String toString() {
            return "draft " + id;
        }
    }

    /** See {@link #revision}. */
    record OfRevision(DraftRef draft) implements Ref {
        public OfRevision {
            Given.the("draft revision", draft);
        }

        @Override
        public String toString() {
            return "draft " + draft;
        }
    }

    /** See {@link #content}. */
    record OfContent(Content content) implements Ref {
        public OfContent {
            Given.the("content", content);
        }
    }
}
