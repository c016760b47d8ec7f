package dev.stet.content;

import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole configuration of an agent: a JSON object whose top-level members are its <em>sections</em>. Immutable and
 * safe to share between threads.
 *
 * <p>Contents are equal when they mean the same, that is, when their {@link #hash()} is the same. What was read is
 * what is written: section order, member order and the spelling of numbers are kept.
 */
public final class Content {

    private static final Content EMPTY = new Content(JsonObject.of());
    private static final int SECTIONS_SHOWN = 8;

    private final JsonObject root;
    private volatile @Nullable ContentHash hash;

    /** The bytes that are stored, once they are known. */
    private volatile byte @Nullable [] compact;

    private Content(JsonObject root) {
        this.root = root;
    }

    /**
     * Reads content under {@link ContentLimits#DEFAULT}.
     *
     * @throws InvalidContentException if the text is not exactly one JSON object, repeats a member name, holds a lone
     *     surrogate, or passes a limit
     */
    public static Content parse(String json) {
        return parse(json, ContentLimits.DEFAULT);
    }

    /**
     * Reads content under the given limits.
     *
     * @throws InvalidContentException if the text is not exactly one JSON object, repeats a member name, holds a lone
     *     surrogate, or passes a limit
     */
    public static Content parse(String json, ContentLimits limits) {
        return of(JsonReader.read(json, limits));
    }

    /**
     * Reads content from UTF-8 without byte order mark, under the given limits. The array is not kept.
     *
     * @throws InvalidContentException if the bytes are not UTF-8, or the text is not exactly one JSON object, repeats
     *     a member name, holds a lone surrogate, or passes a limit
     */
    public static Content parse(byte[] utf8, ContentLimits limits) {
        return of(JsonReader.read(utf8, limits));
    }

    /** Content of these sections. Only {@link ContentLimits#check} holds it to limits. */
    public static Content of(JsonObject root) {
        return Given.the("sections", root).members().isEmpty() ? EMPTY : new Content(root);
    }

    /**
     * Copies a Jackson tree under {@link ContentLimits#DEFAULT}; later changes to the tree change nothing here.
     *
     * @throws InvalidContentException as {@link JsonValue#from} does, and if the tree is not an object
     */
    public static Content of(JsonNode node) {
        return of(JsonValue.from(node));
    }

    /** Content without sections. */
    public static Content empty() {
        return EMPTY;
    }

    private static Content of(Document document) {
        Content content = of(document.value());
        if (content.compact == null) {
            content.compact = document.compact();
        }
        return content;
    }

    private static Content of(JsonValue value) {
        if (value instanceof JsonObject root) {
            return of(root);
        }
        throw new InvalidContentException(
                JsonPointer.ROOT,
                "object-expected",
                "expected a JSON object, whose members are the sections, found " + value.inWords()
                        + "; wrap it in a section");
    }

    /** The sections as a JSON object. */
    public JsonObject root() {
        return root;
    }

    /** The names of the sections in their order, immutable. */
    public Set<String> sections() {
        return root.members().keySet();
    }

    /** The section of this name, or nothing. */
    public Optional<JsonValue> section(String name) {
        return root.find(name);
    }

    /** This content with the section set: in its place when the name is there already, at the end when it is new. */
    public Content withSection(String name, JsonValue value) {
        return of(root.with(name, value));
    }

    /** This content without the section of this name; the content itself when it has none. */
    public Content withoutSection(String name) {
        return root.find(name).isPresent() ? of(root.without(name)) : this;
    }

    /**
     * SHA-256 over the UTF-8 of {@link #canonical()}. The same for all contents that mean the same, on every platform
     * and in every release. Computed when first asked for.
     */
    public ContentHash hash() {
        ContentHash known = hash;
        if (known == null) {
            known = ContentHash.of(CanonicalDigest.of(root, compact()));
            hash = known;
        }
        return known;
    }

    /** Length of {@link #toBytes()} in bytes. Takes constant time. */
    public int size() {
        return Extent.of(root).bytes();
    }

    /**
     * About how many bytes of heap this takes in a 64-bit JVM with compressed references, and rather too many than too few: with
     * all that is kept once it was asked for, and as if it shared nothing with others. Takes time linear in the size.
     */
    public long footprint() {
        return Footprint.of(this);
    }

    /** Levels of nesting; 1 for content whose sections are neither objects nor arrays. Takes constant time. */
    public int depth() {
        return Extent.of(root).depth();
    }

    /** The most {@link JsonNumber#digits() significant digits} in any number; 0 without numbers. Constant time. */
    public int digits() {
        return Extent.of(root).digits();
    }

    /** Compact JSON as {@link JsonValue#toJson()} writes it. */
    public String toJson() {
        return new String(compact(), StandardCharsets.UTF_8);
    }

    /** {@link #toJson()} in UTF-8, in an array that belongs to the caller. */
    public byte[] toBytes() {
        return compact().clone();
    }

    private byte[] compact() {
        byte[] known = compact;
        if (known == null) {
            known = JsonWriter.bytes(root, JsonWriter.Form.AS_GIVEN);
            compact = known;
        }
        return known;
    }

    /** A Jackson tree that belongs to the caller. */
    public JsonNode toJsonNode() {
        return root.toJsonNode();
    }

    /**
     * The one text of all contents that mean the same: RFC 8785, except that numbers are exact decimals. They are
     * noted as RFC 8785 notes them, but no digit is dropped, so a number that an IEEE 754 double holds exactly in its
     * shortest spelling reads the same as there, and one that differs past the 17th digit is told apart.
     */
    public String canonical() {
        return JsonWriter.text(root, JsonWriter.Form.CANONICAL);
    }

    /** Which sections differ on the way from this content to the other. */
    public SectionChanges changesTo(Content other) {
        Set<String> added =
                new TreeSet<>(Given.the("content to compare with", other).sections());
        added.removeAll(sections());
        Set<String> removed = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        root.members().forEach((name, value) -> {
            Optional<JsonValue> counterpart = other.section(name);
            if (counterpart.isEmpty()) {
                removed.add(name);
            } else if (!value.equals(counterpart.get())) {
                changed.add(name);
            }
        });
        return new SectionChanges(added, removed, changed);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Content that && hash().equals(that.hash()));
    }

    @Override
    public int hashCode() {
        return hash().hashCode();
    }

    /** The names of the first sections, the size and the abbreviated hash; never the configuration itself. */
    @Override
    public String toString() {
        String shown = String.join(
                ", ",
                sections().stream().limit(SECTIONS_SHOWN).map(Shown::quoted).toList());
        String more = sections().size() > SECTIONS_SHOWN ? ", … " + sections().size() + " in all" : "";
        return "Content[sections=" + shown + more + ", size=" + size() + ", hash=" + hash().abbreviated() + "]";
    }
}
