package dev.stet.content;

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
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON text straight into values, refusing what is not allowed at the place where it stands. */
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

    private final JsonParser parser;
    private final Meter meter;
    private final Map<String, String> names = new HashMap<>();

    private JsonReader(JsonParser parser, Meter meter) {
        this.parser = parser;
        this.meter = meter;
    }

    static JsonValue read(String json, ContentLimits limits) {
        limits.checkRaw(json.length());
        Meter meter = new Meter(limits);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonReader reader = new JsonReader(parser, meter);
            return meter.located(reader::document);
        }
    }

    static JsonValue read(byte[] utf8, ContentLimits limits) {
        limits.checkRaw(utf8.length);
        return read(decoded(utf8), limits);
    }

    private static String decoded(byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            throw new InvalidContentException(
                    JsonPointer.ROOT,
                    "syntax",
                    "expected JSON in UTF-8, found another encoding from byte " + bytes.position()
                            + " on; encode it as UTF-8 without byte order mark",
                    malformed);
        }
    }

    private JsonValue document() {
        try {
            JsonValue value = value(parser.nextToken());
            JsonToken trailing = parser.nextToken();
            if (trailing != null) {
                throw syntax("expected the end of the text after one JSON value, found more", position());
            }
            return value;
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    private JsonValue value(@Nullable JsonToken token) {
        if (token == null) {
            throw syntax("expected a JSON value, found the end of the text", position());
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> meter.scalar(new JsonString(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> meter.scalar(JsonNumber.of(parser.getString()));
            case VALUE_TRUE -> meter.scalar(JsonBoolean.TRUE);
            case VALUE_FALSE -> meter.scalar(JsonBoolean.FALSE);
            case VALUE_NULL -> meter.scalar(JsonNull.NULL);
            default -> throw syntax("expected a JSON value, found " + token, position());
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

    private String position() {
        return position(parser.currentLocation());
    }

    private static String position(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static InvalidContentException malformed(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        String position = location == null ? "an unknown position" : position(location);
        return new InvalidContentException(
                JsonPointer.ROOT, "syntax", detail(malformed.getOriginalMessage(), position), malformed);
    }

    private static InvalidContentException syntax(String message, String position) {
        return new InvalidContentException(JsonPointer.ROOT, "syntax", detail(message, position));
    }

    private static String detail(String message, String position) {
        return "not JSON (RFC 8259): " + message + " at " + position + "; correct the text there and send it again";
    }
}
