package dev.stet.schema;

import com.networknt.schema.AbsoluteIri;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonPointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a document gives to its parts, and what a reference means by them. A name is only ever compared with those in
 * the document: there is nothing here that could go and look elsewhere.
 */
final class Names {

    private static final int HEX = 16;

    /** The anchor that the meta-schemas of 2020-12 are extended by. */
    private static final String META = "meta";

    private final Map<String, JsonPointer> resources = new HashMap<>();
    private final Map<String, JsonPointer> anchors = new HashMap<>();
    private final Map<String, Integer> dynamic = new HashMap<>();
    private final Set<JsonPointer> recursive = new HashSet<>();

    Names() {
        resources.put("", JsonPointer.ROOT);
    }

    /** The name that a reference means, seen from a base; without fragment. */
    static String resolved(String base, String reference) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        if (name.isEmpty()) {
            return base;
        }
        return base.isEmpty() ? name : AbsoluteIri.resolve(base, name);
    }

    /** A reference to the resource of this name, with the fragment that another one has. */
    static String whole(String iri, String reference) {
        return iri + "#" + fragment(reference);
    }

    /** Names a schema; false when another one has the name. */
    boolean name(String iri, JsonPointer at) {
        JsonPointer known = resources.putIfAbsent(iri, at);
        return known == null || known.equals(at);
    }

    /** Sets an anchor in the resource of this name; false when there is one. */
    boolean anchor(String iri, String name, JsonPointer at) {
        JsonPointer known = anchors.putIfAbsent(iri + "#" + name, at);
        return known == null || known.equals(at);
    }

    /** Counts an anchor that may be meant from afar. */
    void dynamic(String name) {
        dynamic.merge(name, 1, Integer::sum);
    }

    /** Remembers a schema that a recursive reference may mean from afar. */
    void recursive(JsonPointer at) {
        recursive.add(at);
    }

    /** Whether what such a reference means would depend on where the check came from. */
    boolean isAmbiguous(Keyword keyword, String reference) {
        String fragment = fragment(reference);
        return keyword == Keyword.RECURSIVE_REF ? recursive.size() > 1 : dynamic.getOrDefault(fragment, 0) > 1;
    }

    /** Whether the document, of its own dialect, gives another meaning to the references that lead through a meta-schema. */
    boolean isExtending(Draft meta, Draft own) {
        boolean extending = own == Draft.DRAFT_2019_09 ? !recursive.isEmpty() : dynamic.containsKey(META);
        return meta == own && extending;
    }

    /** The place in the document that a reference means, whether or not a schema stands there. */
    Optional<JsonPointer> find(String base, String reference) {
        String iri = resolved(base, reference);
        String fragment = fragment(reference);
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return Optional.ofNullable(resources.get(iri)).flatMap(resource -> inside(resource, fragment));
        }
        return Optional.ofNullable(anchors.get(iri + "#" + fragment));
    }

    private static Optional<JsonPointer> inside(JsonPointer resource, String fragment) {
        try {
            return Optional.of(resource.append(JsonPointer.parse(decoded(fragment))));
        } catch (InvalidContentException malformed) {
            return Optional.empty();
        }
    }

    private static String fragment(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0 ? "" : reference.substring(hash + 1);
    }

    /** The text with {@code %xx} read as bytes of UTF-8 (RFC 6901, section 6). */
    private static String decoded(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        byte[] utf8 = fragment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < utf8.length; i++) {
            int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(utf8[i + 2], HEX);
            bytes.write(low < 0 ? utf8[i] : high * HEX + low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
