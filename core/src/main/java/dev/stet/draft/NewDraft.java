package dev.stet.draft;

import dev.stet.input.Given;
import dev.stet.ref.DraftId;
import dev.stet.ref.Ref;
import java.util.Optional;

/**
 * A draft to be opened.
 *
 * @param name for people to read
 * @param from what its content is copied from; an empty content when empty
 * @param id the host's id; a generated, time-ordered one when empty
 */
public record NewDraft(String name, Optional<Ref> from, Optional<DraftId> id) {
    public NewDraft {
        Given.text("draft name", name);
        Given.the("content to copy", from);
        Given.the("draft id", id);
    }

    /** A draft without any section. */
    public static NewDraft blank(String name) {
        return new NewDraft(name, Optional.empty(), Optional.empty());
    }

    /**
     * A draft that starts as a copy. Its base is the version it is copied from, or the base of the draft it is copied
     * from; a draft made from a content of the caller's has none.
     */
    public static NewDraft from(Ref source, String name) {
        return new NewDraft(name, Given.chosen("content to copy", source), Optional.empty());
    }

    public NewDraft id(DraftId given) {
        return new NewDraft(name, from, Given.chosen("draft id", given));
    }
}
