package dev.stet.merge;

import dev.stet.input.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How conflicts are decided, by their {@link Conflict#id()}. Immutable; one more takes constant time. */
public final class Resolutions {
    private static final Resolutions NONE = new Resolutions(null, Map.of(), Optional.empty());

    private final @Nullable Resolutions before;
    private final Map<String, Resolution> last;
    private final Optional<Resolution> others;

    private Resolutions(@Nullable Resolutions before, Map<String, Resolution> last, Optional<Resolution> others) {
        this.before = before;
        this.last = last;
        this.others = others;
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
        return new Resolutions(
                this, Map.of(Given.the("conflict", conflict), Given.the("resolution", resolution)), others);
    }

    /** Whatever is not decided one by one is decided this way. */
    public Resolutions others(Resolution resolution) {
        return new Resolutions(this, Map.of(), Given.chosen("resolution of others", resolution));
    }

    /** Those that are decided one by one; a copy of its own each time. */
    public Map<String, Resolution> byId() {
        Map<String, Resolution> byId = new HashMap<>();
        for (Resolutions each = this; each != null; each = each.before) {
            each.last.forEach(byId::putIfAbsent);
        }
        return byId;
    }

    /** How all others are decided; empty where they are not. */
    public Optional<Resolution> others() {
        return others;
    }

    /** These, and what they do not decide as others decide it. */
    Resolutions orElse(Resolutions earlier) {
        Map<String, Resolution> both = earlier.byId();
        both.putAll(byId());
        return new Resolutions(null, Map.copyOf(both), others.or(earlier::others));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resolutions that && byId().equals(that.byId()) && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return byId().hashCode() * 31 + others.hashCode();
    }

    /** How, by the id of the conflict. */
    @Override
    public String toString() {
        return "Resolutions[byId=" + byId() + ", others=" + others + "]";
    }
}
