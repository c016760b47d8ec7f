package dev.stet.content;

import dev.stet.input.Given;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into values. {@link FastReader} reads what is allowed; this one reads what that gave up on once more, and refuses it
 * with the place and the reason.
 */
final class JsonReader {

    /** Jackson's own bounds are lifted because they name no place; its table of names because it can be flooded. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    private final String json;
    private final JsonParser parser;
    private final Meter meter;
    private final Map<String, String> names = new HashMap<>();

    private JsonReader(String json, JsonParser parser, Meter meter) {
        this.json = json;
        this.parser = parser;
        this.meter = meter;
    }

    static Document read(String json, ContentLimits limits) {
        Given.the("content limits", limits)
                .checkRaw(Given.the("JSON text", json).length());
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        // Half of a surrogate pair has no bytes of its own.
        boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(json);
        Document document = whole ? FastReader.find(utf8, limits) : null;
        if (document == null) {
            throw refusal(json, limits);
        }
        return document;
    }

    static Document read(byte[] utf8, ContentLimits limits) {
        Given.the("content limits", limits).checkRaw(Given.the("JSON text", utf8).length);
        Document document = FastReader.find(utf8, limits);
        if (document == null) {
            throw refusal(decoded(utf8), limits);
        }
        return document;
    }

    /** Reads a text that is not allowed once more, to say what is wrong and where. */
    private static InvalidContentException refusal(String json, ContentLimits limits) {
        try {
            readAgain(json, limits);
            JsonString.requireScalarValues("JSON text", json);
        } catch (InvalidContentException refused) {
            return refused;
        }
        // The parser takes characters beyond ASCII for digits of an escape.
        return Misspelling.in(json, JsonPointer.ROOT);
    }

    static JsonValue readAgain(String json, ContentLimits limits) {
        Meter meter = new Meter(limits);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonReader reader = new JsonReader(json, parser, meter);
            return reader.document();
        }
    }

    private static String decoded(byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            boolean marked = utf8.length > 1 && (utf8[0] & utf8[1] & 0xff) == 0xfe && utf8[0] != utf8[1];
            throw new InvalidContentException(
                    JsonPointer.ROOT,
                    "syntax",
                    "expected JSON in UTF-8, found "
                            + (marked
                                    ? "a byte order mark of UTF-16"
                                    : "another encoding from byte " + bytes.position() + " on")
                            + "; encode it as UTF-8 without byte order mark",
                    malformed);
        }
    }

    private JsonValue document() {
        try {
            return meter.located(this::onlyValue);
        } catch (JacksonException malformed) {
            throw misspelt();
        }
    }

    private JsonValue onlyValue() {
        JsonValue value = value(parser.nextToken());
        if (parser.nextToken() != null) {
            throw misspelt(JsonPointer.ROOT);
        }
        return value;
    }

    private JsonValue value(@Nullable JsonToken token) {
        if (token == null) {
            throw misspelt(JsonPointer.ROOT);
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> meter.scalar(new JsonString(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> meter.scalar(JsonNumber.of(parser.getString()));
            case VALUE_TRUE -> meter.scalar(JsonBoolean.TRUE);
            case VALUE_FALSE -> meter.scalar(JsonBoolean.FALSE);
            case VALUE_NULL -> meter.scalar(JsonNull.NULL);
            default -> throw misspelt();
        };
    }

    private JsonObject object() {
        meter.open();
        List<Map.Entry<String, JsonValue>> members = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            meter.member(name);
            members.add(Map.entry(shared(name), value(parser.nextToken())));
        }
        meter.close();
        return new JsonObject(Members.of(members));
    }

    private JsonArray array() {
        meter.open();
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            meter.element();
            elements.add(value(token));
        }
        meter.close();
        return new JsonArray(elements);
    }

    private String shared(String name) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    /** The parser knows inside of which value it gave up; what is wrong there is told without its words. */
    private InvalidContentException misspelt() {
        return misspelt(
                JsonPointer.parse(parser.streamReadContext().pathAsPointer().toString()));
    }

    private InvalidContentException misspelt(JsonPointer at) {
        return Misspelling.in(json, at);
    }
}
