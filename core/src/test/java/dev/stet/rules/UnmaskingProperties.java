package dev.stet.rules;

import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.json;
import static dev.stet.rules.Pages.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import dev.stet.schema.SchemaLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A page that was shown masked and comes back. */
final class UnmaskingProperties {
    private static final CompiledSchemas SCHEMAS = new CompiledSchemas(SchemaLimits.DEFAULT);
    private static final String TOKEN = "token-";

    /** All texts in the marked places begin with {@value #TOKEN}, and none elsewhere does. */
    @Provide
    Arbitrary<Content> variables() {
        Arbitrary<JsonValue> tokens = Arbitraries.integers().between(0, 3).map(i -> JsonValue.of(TOKEN + i));
        Arbitrary<JsonValue> names = Arbitraries.of("one", "two", "three").map(JsonValue::of);
        Arbitrary<JsonValue> lines = Combinators.combine(names.optional(), tokens.optional(0.9))
                .as((name, token) -> object(Map.of("name", name, "token", token)))
                .list()
                .ofMaxSize(4)
                .map(elements -> new JsonArray(List.copyOf(elements)));
        Arbitrary<JsonValue> vaults = tokens.map(token -> JsonObject.of("inside", token));
        return Combinators.combine(names.optional(), tokens.optional(), lines.optional(), vaults.optional())
                .as((phone, key, line, vault) ->
                        Content.of(object(Map.of("phone", phone, "key", key, "lines", line, "vault", vault))));
    }

    @Provide
    Arbitrary<Content> schemas() {
        return Arbitraries.of(MARKED, json("{'writeOnly':true}"), json("{'type':'nonsense'}"));
    }

    private static JsonObject object(Map<String, Optional<JsonValue>> parts) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        parts.keySet().stream().sorted().forEach(name -> parts.get(name).ifPresent(value -> members.put(name, value)));
        return new JsonObject(members);
    }

    private static ConfigPage page(Content variables, Content schema) {
        return ConfigPage.empty("live").with(variables, schema);
    }

    private static Content masked(Content variables, Content schema) {
        return Secrets.of(variables, Set.of(schema), SCHEMAS).masked(variables);
    }

    private static Content unmasked(Content given, ConfigPage page) {
        return Unmasking.of(given, page, SCHEMAS);
    }

    @Property
    void whatIsMaskedComesBackAsItWas(@ForAll("variables") Content variables, @ForAll("schemas") Content schema) {
        Content shown = masked(variables, schema);
        assertFalse(shown.toJson().contains(TOKEN));
        assertEquals(variables, unmasked(shown, page(variables, schema)));
    }

    @Property
    void withoutMasksThingsStayAsTheyAreGiven(
            @ForAll("variables") Content given,
            @ForAll("variables") Content variables,
            @ForAll("schemas") Content schema) {
        assertEquals(given, unmasked(given, page(variables, schema)));
    }

    /** Whatever masks come back, and wherever: no secret gets to where it would be shown. */
    @Property
    void noSecretGetsToAnOpenPlace(
            @ForAll("variables") Content variables,
            @ForAll("variables") Content other,
            @ForAll("schemas") Content schema,
            @ForAll long seed) {
        Content shown = masked(other, schema);
        JsonValue moved = moved(shown.root(), new Random(seed));
        Content given = Content.of((JsonObject) moved);
        Content comesTo = unmasked(given, page(variables, schema));
        assertFalse(masked(comesTo, schema).toJson().contains(TOKEN), comesTo::toString);
    }

    /** The same with parts in each other's places. */
    private static JsonValue moved(JsonValue value, Random random) {
        if (value instanceof JsonObject object) {
            List<JsonValue> values = new ArrayList<>(object.members().values());
            if (random.nextInt(3) == 0) {
                Collections.shuffle(values, random);
            }
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().keySet().forEach(name -> members.put(name, moved(values.get(members.size()), random)));
            return new JsonObject(members);
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            Collections.shuffle(elements, random);
            return new JsonArray(
                    elements.stream().map(element -> moved(element, random)).toList());
        }
        return value;
    }

    /** Elements that have a name are known by it wherever they stand. */
    @Property
    void secretsFollowTheirNames(@ForAll long seed) {
        Content variables = with("one");
        JsonArray lines = (JsonArray) variables.section("lines").orElseThrow();
        Content shown = masked(variables, MARKED);
        List<JsonValue> order =
                new ArrayList<>(((JsonArray) shown.section("lines").orElseThrow()).elements());
        Collections.shuffle(order, new Random(seed));
        Content comesTo = unmasked(shown.withSection("lines", new JsonArray(order)), page(variables, MARKED));
        for (JsonValue line : ((JsonArray) comesTo.section("lines").orElseThrow()).elements()) {
            assertEquals(true, lines.elements().contains(line), line::toString);
        }
    }

    private static String lines(String before, String given) {
        Content comesTo = unmasked(json("{'lines':" + given + "}"), page(json("{'lines':" + before + "}"), MARKED));
        return comesTo.section("lines").orElseThrow().toJson().replace('"', '\'');
    }

    /** Elements without names are known by their looks, as long as there are as many of them, or by where they stand. */
    @Example
    void elementsWithoutNamesAreKnownByLooksOrPlace() {
        String two = "[{'at':1,'token':'a'},{'at':2,'token':'b'}]";
        assertEquals(
                "[{'at':2,'token':'b'},{'at':1,'token':'a'}]",
                lines(two, "[{'at':2,'token':'(hidden)'},{'at':1,'token':'(hidden)'}]"));
        assertEquals("[{'at':2,'token':'b'}]", lines(two, "[{'at':2,'token':'(hidden)'}]"));
        assertEquals(
                "[{'at':1,'token':'a'},{'at':3,'token':'b'}]",
                lines(two, "[{'at':1,'token':'(hidden)'},{'at':3,'token':'(hidden, changed)'}]"));
        assertEquals(
                "[{'at':4,'token':'(hidden)'},{'at':3,'token':'(hidden)'}]",
                lines(two, "[{'at':4,'token':'(hidden)'},{'at':3,'token':'(hidden)'}]"));
        assertEquals(
                "[{'at':2,'token':'b'},{'at':3,'token':'(hidden)'}]",
                lines(two, "[{'at':2,'token':'(hidden)'},{'at':3,'token':'(hidden)'}]"));
        String same = "[{'token':'a'},{'token':'b'}]";
        assertEquals("[{'token':'(hidden)'}]", lines(same, "[{'token':'(hidden)'}]"));
        assertEquals("[{'token':'a'},{'token':'c'}]", lines(same, "[{'token':'(hidden)'},{'token':'c'}]"));
    }

    /** A secret does not follow its element to where it would be shown. */
    @Example
    void aMaskThatMovedToAnOpenPlaceStandsForNothing() {
        Content schema = json("{'properties':{'lines':{'prefixItems':[{'properties':{'token':{'writeOnly':true}}}]}}}");
        Content given = json("{'lines':[{'at':2,'token':'x'},{'at':1,'token':'(hidden)'}]}");
        assertEquals(given, unmasked(given, page(json("{'lines':[{'at':1,'token':'a'}]}"), schema)));
    }

    @Example
    void variablesThatAreHiddenAsAWholeComeBackAsAWhole() {
        ConfigPage page = page(with("one"), json("{'writeOnly':true}"));
        assertEquals(
                with("one").withSection("phone", JsonValue.of("110")),
                unmasked(json("{'(hidden)':true,'phone':'110'}"), page));
        Content partly = json("{'phone':'(hidden)'}");
        assertEquals(partly, unmasked(partly, page));
        Content inside = json("{'phone':{'work':'(hidden)'}}");
        assertEquals(inside, unmasked(inside, page(with("one"), MARKED)));
    }

    @Example
    void masksThatStandForNothingAreFoundWhereTheyStand() {
        assertEquals(
                List.of("/(hidden)", "/a/1", "/b/c"),
                Unmasking.left(json("{'(hidden)':true,'a':['x','(hidden)'],'b':{'c':'(hidden, changed)','d':1}}"))
                        .stream()
                        .map(finding -> finding.at().toString())
                        .toList());
        assertEquals(List.of(), Unmasking.left(json("{'(hidden)':false}")));
        assertEquals(
                JsonPointer.parse("/vault/inside"),
                Unmasking.left(unmasked(json("{'vault':{'inside':'(hidden)'}}"), page(with("one"), MARKED)))
                        .get(0)
                        .at());
    }
}
