package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class MergePatchTest {

    /** RFC 7396, appendix A, all of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"};{\"a\":\"c\"};{\"a\":\"c\"}",
                "{\"a\":\"b\"};{\"b\":\"c\"};{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"};{\"a\":null};{}",
                "{\"a\":\"b\",\"b\":\"c\"};{\"a\":null};{\"b\":\"c\"}",
                "{\"a\":[\"b\"]};{\"a\":\"c\"};{\"a\":\"c\"}",
                "{\"a\":\"c\"};{\"a\":[\"b\"]};{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}};{\"a\":{\"b\":\"d\",\"c\":null}};{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]};{\"a\":[1]};{\"a\":[1]}",
                "[\"a\",\"b\"];[\"c\",\"d\"];[\"c\",\"d\"]",
                "{\"a\":\"b\"};[\"c\"];[\"c\"]",
                "{\"a\":\"foo\"};null;null",
                "{\"a\":\"foo\"};\"bar\";\"bar\"",
                "{\"e\":null};{\"a\":1};{\"e\":null,\"a\":1}",
                "[1,2];{\"a\":\"b\",\"c\":null};{\"a\":\"b\"}",
                "{};{\"a\":{\"bb\":{\"ccc\":null}}};{\"a\":{\"bb\":{}}}"
            })
    void tableOfRfc7396(String target, String patch, String expected) {
        assertEquals(
                JsonValue.parse(expected), new MergePatch(JsonValue.parse(patch)).applyTo(JsonValue.parse(target)));
    }

    @Test
    void membersKeepTheirPlaceAndNewOnesFollow() {
        JsonValue target = JsonValue.parse("{\"z\":1,\"y\":2,\"x\":3}");
        JsonValue patch = JsonValue.parse("{\"b\":0,\"x\":4,\"z\":null,\"a\":0}");

        assertEquals(
                "{\"y\":2,\"x\":4,\"b\":0,\"a\":0}",
                new MergePatch(patch).applyTo(target).toJson());
    }

    @Property
    void theDifferenceLeadsThere(@ForAll JsonValue from, @ForAll JsonValue to) {
        JsonValue wanted = withoutNulls(to);

        assertEquals(wanted, new MergePatch(difference(from, wanted)).applyTo(from));
    }

    @Property
    void applyingTwiceChangesNoMore(@ForAll JsonValue target, @ForAll JsonValue patch) {
        MergePatch merge = new MergePatch(patch);

        assertEquals(merge.applyTo(target), merge.applyTo(merge.applyTo(target)));
    }

    /** The plainest merge patch there is: every member that is not equal, and null for each that must go. */
    private static JsonValue difference(JsonValue from, JsonValue to) {
        if (!(from instanceof JsonObject before) || !(to instanceof JsonObject after)) {
            return to;
        }
        Map<String, JsonValue> changes = new LinkedHashMap<>();
        before.members().keySet().forEach(name -> changes.put(name, JsonNull.NULL));
        after.members().forEach((name, value) -> {
            JsonValue old = before.find(name).orElse(JsonNull.NULL);
            if (old.equals(value)) {
                changes.remove(name);
            } else {
                changes.put(name, difference(old, value));
            }
        });
        return new JsonObject(changes);
    }

    /** Merge patches cannot set a member to null, only values without any can be reached. */
    private static JsonValue withoutNulls(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        List<String> nulls = object.members().entrySet().stream()
                .filter(member -> member.getValue() == JsonNull.NULL)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.keySet().removeAll(nulls);
        members.replaceAll((name, member) -> withoutNulls(member));
        return new JsonObject(members);
    }
}
