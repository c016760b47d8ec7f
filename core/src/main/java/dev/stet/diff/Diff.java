package dev.stet.diff;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.input.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed from one content to another. Immutable and safe to share between threads; the same for contents that mean the
 * same, whatever the order of their members and the spelling of their numbers.
 *
 * <p>Elements of arrays are known again by {@link Identities}. Where no member identifies them, equal elements are matched by
 * a longest common subsequence, then left over ones that are equal or alike. So what was put in reads as one addition, what
 * stands elsewhere as moved, and what was edited is told by what changed inside of it.
 *
 * <p>The time it takes grows with what changed and what stands directly beside it. Equal parts are told by their
 * {@link dev.stet.content.Fingerprint}, which each content computes once.
 */
public final class Diff {

    private final Content from;
    private final Content to;
    private final Identities identities;
    private final Difference.Members difference;
    private final List<SectionDiff> sections;

    private Diff(Content from, Content to, Identities identities, Difference.Members difference) {
        this.from = from;
        this.to = to;
        this.identities = identities;
        this.difference = difference;
        this.sections = sections(difference);
    }

    /** What changed, with elements known again as by default: {@link Identities#byDefault()}. */
    public static Diff between(Content from, Content to) {
        return between(from, to, Identities.byDefault());
    }

    /** What changed, with elements known again by what the host declared. */
    public static Diff between(Content from, Content to, Identities identities) {
        Given.the("identities", identities);
        JsonObject before = Given.the("content to come from", from).root();
        JsonObject after = Given.the("content to come to", to).root();
        Difference.Members difference = new Comparison(identities).members(before, after, JsonPointer.ROOT);
        return new Diff(from, to, identities, difference);
    }

    private static List<SectionDiff> sections(Difference.Members difference) {
        List<SectionDiff> sections = new ArrayList<>();
        for (Map.Entry<String, Difference> section : difference.changed().entrySet()) {
            JsonPointer place = JsonPointer.ROOT.append(section.getKey());
            sections.add(new SectionDiff(section.getKey(), ChangeList.of(section.getValue(), place)));
        }
        return List.copyOf(sections);
    }

    /** The earlier content. */
    public Content from() {
        return from;
    }

    /** The later content. */
    public Content to() {
        return to;
    }

    /** Whether the contents mean the same. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** What changed by section, those that changed only, sorted by UTF-16 code units; immutable. */
    public List<SectionDiff> sections() {
        return sections;
    }

    /** All changes, section by section; immutable. */
    public List<Change> changes() {
        return sections.stream().flatMap(section -> section.changes().stream()).toList();
    }

    /** How much changed in each section, in a line. */
    public Summary summary() {
        return Summary.of(sections);
    }

    /**
     * A patch that turns the earlier content into the later one. What it makes of it means the same: members that are added
     * stand at the end of their object, and numbers that only changed their spelling keep it.
     *
     * <p>On the way a value may be larger than both contents: contents at the very limit are to be patched with wider ones,
     * see {@link JsonPatch#applyTo(dev.stet.content.JsonValue, dev.stet.content.ContentLimits)}.
     */
    public JsonPatch patch() {
        return PatchSteps.of(difference);
    }

    /**
     * Where the value at a place in the later content was in the earlier one: elsewhere, where array elements moved or made
     * room. Takes time that grows with the depth, and no reading of values.
     *
     * @return empty when it is new, or stands in something new or of another kind. A place where the later content has
     *     nothing is looked for by the same names and indices
     */
    public Optional<JsonPointer> findOrigin(JsonPointer place) {
        return Origin.of(difference, Given.the("place", place));
    }

    /** How elements of arrays were known again. */
    public Identities identities() {
        return identities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diff that && sections.equals(that.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }

    /** The {@link #summary()}, which shows nothing of the configuration but names. */
    @Override
    public String toString() {
        return "Diff[" + summary() + "]";
    }
}
