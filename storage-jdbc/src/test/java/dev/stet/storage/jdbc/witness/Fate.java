package dev.stet.storage.jdbc.witness;

import java.util.List;

/** What whoever made a call knows of it. */
sealed interface Fate {
    /** It was made. */
    record Acknowledged(List<Fact> facts) implements Fate {}

    /** It was not made, and would not be made if it were repeated: one of the refusals that the programs can meet. */
    record Refused(String why) implements Fate {}

    /** It was not made, so the library said, because the store failed or gave way. */
    record Failed(String why) implements Fate {}

    /** Nobody knows yet: the caller died before it had an answer, or was told so. */
    record InDoubt() implements Fate {}
}
