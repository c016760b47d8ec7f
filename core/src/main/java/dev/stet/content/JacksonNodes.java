package dev.stet.content;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Copies between Jackson's mutable trees and values. */
final class JacksonNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Meter meter;

    private JacksonNodes(Meter meter) {
        this.meter = meter;
    }

    static JsonValue read(JsonNode node, ContentLimits limits) {
        Meter meter = new Meter(limits);
        JacksonNodes reader = new JacksonNodes(meter);
        return meter.located(() -> reader.value(node));
    }

    static JsonNode write(JsonValue value) {
        if (value instanceof JsonObject object) {
            ObjectNode node = NODES.objectNode();
            for (Map.Entry<String, JsonValue> member : object.ordered().inOrder()) {
                node.set(member.getKey(), write(member.getValue()));
            }
            return node;
        }
        if (value instanceof JsonArray array) {
            ArrayNode node = NODES.arrayNode(array.elements().size());
            for (JsonValue element : array.elements()) {
                node.add(write(element));
            }
            return node;
        }
        if (value instanceof JsonString string) {
            return NODES.stringNode(string.value());
        }
        if (value instanceof JsonNumber number) {
            return write(number);
        }
        return value instanceof JsonBoolean literal ? NODES.booleanNode(literal.value()) : NODES.nullNode();
    }

    private static JsonNode write(JsonNumber number) {
        if (!number.isInteger()) {
            return NODES.numberNode(number.value());
        }
        BigInteger integer = new BigInteger(number.literal());
        if (integer.bitLength() < Integer.SIZE) {
            return NODES.numberNode(integer.intValue());
        }
        return integer.bitLength() < Long.SIZE ? NODES.numberNode(integer.longValue()) : NODES.numberNode(integer);
    }

    private JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> meter.scalar(new JsonString(node.stringValue()));
            case NUMBER -> meter.scalar(JsonNumber.of(literal(node)));
            case BOOLEAN -> meter.scalar(JsonBoolean.of(node.booleanValue()));
            case NULL -> meter.scalar(JsonNull.NULL);
            case MISSING, BINARY, POJO -> throw unsupported(node);
        };
    }

    private JsonObject object(JsonNode node) {
        meter.open();
        List<Map.Entry<String, JsonValue>> members = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            meter.member(member.getKey());
            members.add(Map.entry(member.getKey(), value(member.getValue())));
        }
        meter.close();
        return new JsonObject(Members.of(members));
    }

    private JsonArray array(JsonNode node) {
        meter.open();
        List<JsonValue> elements = new ArrayList<>(node.size());
        for (JsonNode element : node.values()) {
            meter.element();
            elements.add(value(element));
        }
        meter.close();
        return new JsonArray(elements);
    }

    /** A double is spelled by Jackson, not by the JDK, whose spelling changed with release 19. */
    private static String literal(JsonNode node) {
        return switch (node.numberType()) {
            case FLOAT -> NumberOutput.toString(node.floatValue(), true);
            case DOUBLE -> NumberOutput.toString(node.doubleValue(), true);
            default -> node.numberValue().toString();
        };
    }

    private static InvalidContentException unsupported(JsonNode node) {
        return new InvalidContentException(
                JsonPointer.ROOT,
                "unsupported-node",
                "expected a node with a JSON value, found a " + node.getNodeType()
                        + " node; convert it to a string, number, boolean, null, array or object first");
    }
}
