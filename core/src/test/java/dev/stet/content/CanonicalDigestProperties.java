package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The digest of a canonical form that is never written is the digest of the one that is. */
@Domain(JsonDomain.class)
class CanonicalDigestProperties {

    @Property
    void isTheDigestOfTheCanonicalForm(@ForAll JsonValue value) {
        String canonical = JsonWriter.text(value, JsonWriter.Form.CANONICAL);
        byte[] expected = Sha256.begin().digest(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] digest = CanonicalDigest.of(value, JsonWriter.bytes(value, JsonWriter.Form.AS_GIVEN));

        assertEquals(ContentHash.of(expected), ContentHash.of(digest), canonical);
    }

    @Property(tries = 3_000)
    void aNumberThatSaysSoIsCanonical(@ForAll JsonNumber number) {
        assertTrue(!number.isCanonical() || number.decimal().canonical().equals(number.literal()), number.literal());
    }
}
