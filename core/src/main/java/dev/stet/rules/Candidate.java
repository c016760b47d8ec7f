package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.page.ConfigPage;
import dev.stet.version.Version;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A version that is to come to serve somewhere.
 *
 * @param version the version
 * @param pair what it would run with, where what it needs of that has to be looked at
 */
public record Candidate(Version version, Optional<Pair> pair) {
    /** A version's content and the config page beside it. */
    public record Pair(Content content, ConfigPage page) {}

    /**
     * A version that serves already.
     *
     * @param version its number
     * @param pair what it runs with
     */
    public record Running(long version, Pair pair) {}

    OptionalLong number() {
        return OptionalLong.of(version.number());
    }
}
