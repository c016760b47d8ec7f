package dev.stet.version;

import dev.stet.input.Given;
import java.util.Optional;

/** A change of a version's annotation. What is not named stays. */
public record Annotate(
        Optional<String> label, Optional<String> description, Optional<Boolean> pinned, Optional<Boolean> archived) {
    public Annotate {
        Given.text("label", label);
        Given.text("description", description);
        Given.the("pin", pinned);
        Given.the("archive", archived);
    }

    /** The change to start from: it changes nothing. */
    public static Annotate nothing() {
        return new Annotate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An empty label takes the label away. */
    public Annotate label(String given) {
        return new Annotate(Given.chosen("label", given), description, pinned, archived);
    }

    /** An empty description takes the description away. */
    public Annotate description(String given) {
        return new Annotate(label, Given.chosen("description", given), pinned, archived);
    }

    public Annotate pinned(boolean given) {
        return new Annotate(label, description, Optional.of(given), archived);
    }

    public Annotate archived(boolean given) {
        return new Annotate(label, description, pinned, Optional.of(given));
    }
}
