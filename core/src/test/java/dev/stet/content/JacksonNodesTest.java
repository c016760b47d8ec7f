package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class JacksonNodesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property
    void whatHappensToATreeLaterChangesNothing(@ForAll Content content) {
        String json = content.toJson();
        JsonNode handedOut = content.toJsonNode();
        wreck(handedOut);
        assertEquals(json, content.toJson());
        assertEquals(content, Content.of(content.toJsonNode()));

        JsonNode handedIn = content.toJsonNode();
        Content copied = Content.of(handedIn);
        String hash = copied.hash().hex();
        wreck(handedIn);
        assertEquals(content, copied);
        assertEquals(hash, Content.parse(copied.toJson()).hash().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "1, INT",
        "2147483648, LONG",
        "9223372036854775808, BIG_INTEGER",
        "-2147483648, INT",
        "-0, INT",
        "1.0, BIG_DECIMAL",
        "1e2, BIG_DECIMAL",
        "1e999999999, BIG_DECIMAL"
    })
    void numbersBecomeTheSmallestNodeThatHoldsThem(String literal, String type) {
        JsonNode node = JsonNumber.of(literal).toJsonNode();

        assertEquals(type, node.numberType().name());
        assertEquals(JsonNumber.of(literal), JsonValue.from(node));
    }

    @Test
    void doublesAreSpelledAsJacksonWritesThem() {
        assertEquals(
                "[0.002,4.9E-324,1.0E22,0.1,1.5]",
                JsonValue.from(NODES.arrayNode()
                                .add(2.0E-3)
                                .add(Double.MIN_VALUE)
                                .add(1.0E22)
                                .add(0.1f)
                                .add(new BigDecimal("1.5")))
                        .toJson());
    }

    static Stream<JsonNode> unspeakableNodes() {
        return Stream.of(
                NODES.numberNode(Double.NaN),
                NODES.numberNode(Double.NEGATIVE_INFINITY),
                NODES.numberNode(Float.NaN),
                NODES.stringNode("\ud800"),
                NODES.missingNode(),
                NODES.binaryNode(new byte[1]),
                NODES.pojoNode(new Object()),
                NODES.objectNode().set("\udc00", NODES.nullNode()));
    }

    @ParameterizedTest
    @MethodSource("unspeakableNodes")
    void whatJsonCannotSayIsRefusedWhereItStands(JsonNode node) {
        ObjectNode tree = NODES.objectNode();
        tree.putArray("a").add(1).add(node);

        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> Content.of(tree));
        assertEquals("/a/1", refusal.at().toString());
    }

    @Test
    void aTreeThatContainsItselfIsTooDeep() {
        ObjectNode snake = NODES.objectNode();
        snake.set("self", snake);

        InvalidContentException refusal = assertThrows(InvalidContentException.class, () -> Content.of(snake));
        assertEquals("depth", refusal.rule());
    }

    @Test
    void onlyObjectsAreContent() {
        assertEquals(
                "object-expected",
                assertThrows(InvalidContentException.class, () -> Content.of(NODES.arrayNode()))
                        .rule());
    }

    private static void wreck(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> wreck(member.getValue()));
            object.removeAll();
            object.put("wrecked", true);
        } else if (node instanceof ArrayNode array) {
            array.forEach(JacksonNodesTest::wreck);
            array.removeAll();
        }
    }
}
