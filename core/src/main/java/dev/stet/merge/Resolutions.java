package dev.stet.merge;

import dev.stet.input.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How conflicts are decided, by their {@link Conflict#id()}.
 *
 * @param byId those that are decided one by one
 * @param others how all others are decided; empty where they are not
 */
public record Resolutions(Map<String, Resolution> byId, Optional<Resolution> others) {
    private static final Resolutions NONE = new Resolutions(Map.of(), Optional.empty());

    public Resolutions {
        byId = Given.map("resolution", byId);
        Given.the("resolution of others", others);
    }

    /** Nothing is decided. */
    public static Resolutions none() {
        return NONE;
    }

    /** Every conflict is decided the same way. */
    public static Resolutions all(Resolution resolution) {
        return NONE.others(resolution);
    }

    /** One more conflict is decided; a conflict that was is decided anew. */
    public Resolutions with(Conflict conflict, Resolution resolution) {
        return with(Given.the("conflict", conflict).id(), resolution);
    }

    /** The same by the conflict's id. */
    public Resolutions with(String conflict, Resolution resolution) {
        Map<String, Resolution> more = new HashMap<>(byId);
        more.put(conflict, resolution);
        return new Resolutions(more, others);
    }

    /** Whatever is not decided one by one is decided this way. */
    public Resolutions others(Resolution resolution) {
        return new Resolutions(byId, Given.chosen("resolution of others", resolution));
    }

    Optional<Resolution> find(Conflict conflict) {
        return byId.isEmpty()
                ? others
                : Optional.ofNullable(byId.get(conflict.id())).or(() -> others);
    }

    /** These, and what they do not decide as others decide it. */
    Resolutions orElse(Resolutions before) {
        Map<String, Resolution> both = new HashMap<>(before.byId);
        both.putAll(byId);
        return new Resolutions(both, others.or(before::others));
    }
}
