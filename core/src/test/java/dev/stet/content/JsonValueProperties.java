package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class JsonValueProperties {

    @Property
    void whatIsWrittenReadsTheSameOrderAndSpellingIncluded(@ForAll JsonValue value) {
        JsonValue read = JsonValue.parse(value.toJson());

        assertEquals(value, read);
        assertEquals(value.toJson(), read.toJson());
    }

    @Property
    void everyValueIsFoundWhereItStands(@ForAll JsonObject object) {
        object.members().forEach((name, value) -> {
            JsonPointer at = JsonPointer.parse(JsonPointer.ROOT.append(name).toString());
            assertEquals(value, object.find(at).orElseThrow());
        });
    }

    @Property
    void equalValuesAgreeOnHashCodeAndCanonicalText(@ForAll JsonValue value, @ForAll long seed) {
        JsonValue retold = new Variants(seed).retold(value);

        assertEquals(value, retold);
        assertEquals(value.hashCode(), retold.hashCode());
        assertEquals(canonical(value), canonical(retold));
    }

    @Property
    void oneLeafMakesADifference(@ForAll JsonValue value, @ForAll long seed) {
        JsonValue other = new Variants(seed).withOneLeafChanged(value);

        assertNotEquals(value, other);
        assertNotEquals(canonical(value), canonical(other));
    }

    @Property
    void orderOfElementsMakesADifference(@ForAll JsonValue first, @ForAll JsonValue second) {
        Assume.that(!first.equals(second));

        assertNotEquals(JsonArray.of(first, second), JsonArray.of(second, first));
        assertNotEquals(canonical(JsonArray.of(first, second)), canonical(JsonArray.of(second, first)));
    }

    @Property
    void canonicalTextIsItsOwnCanonicalText(@ForAll JsonValue value) {
        assertEquals(canonical(value), canonical(JsonValue.parse(canonical(value))));
        assertEquals(value, JsonValue.parse(canonical(value)));
    }

    @Property
    void theExtentIsThatOfTheText(@ForAll JsonValue value) {
        assertEquals(
                value.toJson().getBytes(StandardCharsets.UTF_8).length,
                Extent.of(value).bytes());
    }

    @Property
    void aJacksonTreeCarriesTheSameValue(@ForAll JsonValue value) {
        assertEquals(value, JsonValue.from(value.toJsonNode()));
    }

    @Property
    void membersKeepTheOrderTheyWereAddedIn(@ForAll JsonObject object, @ForAll long seed) {
        List<String> names = new ArrayList<>(object.members().keySet());
        Collections.shuffle(names, new Random(seed));
        JsonObject built = JsonObject.of();
        for (String name : names) {
            built = built.with(name, object.find(name).orElseThrow());
        }

        assertEquals(object, built);
        assertEquals(names, List.copyOf(built.members().keySet()));
    }

    private static String canonical(JsonValue value) {
        return JsonWriter.text(value, JsonWriter.Form.CANONICAL);
    }
}
