package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class FingerprintProperties {

    @Property
    void isTheSameForEqualValuesOnly(@ForAll JsonValue one, @ForAll JsonValue other) {
        assertEquals(one.equals(other), Fingerprint.of(one).equals(Fingerprint.of(other)));
        assertEquals(one.equals(other), Fingerprint.same(one, other));
    }

    @Property
    void doesNotDependOnSpellingAndOrder(@ForAll JsonValue value, @ForAll long seed) {
        JsonValue variant = new Variants(seed).retold(value);

        assertEquals(Fingerprint.of(value), Fingerprint.of(variant));
        assertTrue(Fingerprint.same(value, variant));
    }

    @Property
    void readAgainItIsTheSame(@ForAll JsonValue value) {
        ContentLimits limits = ContentLimits.DEFAULT.withMaxDepth(ContentLimits.DEEPEST);

        assertEquals(Fingerprint.of(value), Fingerprint.of(JsonValue.parse(value.toJson(), limits)));
    }
}
