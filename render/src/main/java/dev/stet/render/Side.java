package dev.stet.render;

import dev.stet.input.Given;
import dev.stet.version.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * What a page says of one side of a diff: what it is, and by whom and when it came to be. Immutable.
 *
 * @param name what it is: {@code version 3}, {@code draft of Ana}
 * @param author who made it, by the name that people know
 * @param time when it was made
 */
public record Side(String name, Optional<String> author, Optional<Instant> time) {

    /** Takes the parts as they are. */
    public Side {
        Given.the("name of a side", name);
        Given.the("author of a side", author);
        Given.the("time of a side", time);
    }

    /** A side by its name alone. */
    public static Side named(String name) {
        return new Side(name, Optional.empty(), Optional.empty());
    }

    /** A version: its number and label, who published it, and when. */
    public static Side of(Version version) {
        Given.the("version", version);
        String label = version.label().isBlank() ? "" : ", " + version.label();
        return named("version " + version.number() + label)
                .by(version.publishedBy().displayName())
                .at(version.publishedAt());
    }

    /** The same, made by somebody. */
    public Side by(String author) {
        return new Side(name, Given.chosen("author of a side", author), time);
    }

    /** The same, made at a time. */
    public Side at(Instant time) {
        return new Side(name, author, Given.chosen("time of a side", time));
    }
}
