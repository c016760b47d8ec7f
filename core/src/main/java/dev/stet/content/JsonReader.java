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
            return reader.document();
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
            return meter.located(this::onlyValue);
        } catch (JacksonException malformed) {
            throw refused(malformed);
        }
    }

    private JsonValue onlyValue() {
        JsonValue value = value(parser.nextToken());
        if (parser.nextToken() != null) {
            throw syntax("more text after the value");
        }
        return value;
    }

    private JsonValue value(@Nullable JsonToken token) {
        if (token == null) {
            throw syntax("the end of the text instead of a value");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> meter.scalar(new JsonString(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> meter.scalar(JsonNumber.of(parser.getString()));
            case VALUE_TRUE -> meter.scalar(JsonBoolean.TRUE);
            case VALUE_FALSE -> meter.scalar(JsonBoolean.FALSE);
            case VALUE_NULL -> meter.scalar(JsonNull.NULL);
            default -> throw syntax(token + " instead of a value");
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

    private InvalidContentException syntax(String message) {
        return new InvalidContentException(JsonPointer.ROOT, "syntax", detail(message, parser.currentLocation()));
    }

    private InvalidContentException refused(JacksonException malformed) {
        String message = withoutAdvice(malformed.getOriginalMessage());
        JsonPointer at =
                JsonPointer.parse(parser.streamReadContext().pathAsPointer().toString());
        return new InvalidContentException(at, rule(message), detail(message, malformed.getLocation()), malformed);
    }

    /** Jackson pairs the surrogates escaped in a member name itself, and only its message tells when it cannot. */
    private static String rule(String message) {
        boolean surrogate = message.startsWith("Broken surrogate") || message.startsWith("Unexpected low surrogate");
        return surrogate ? "lone-surrogate" : "syntax";
    }

    /** Jackson goes on to name features that would allow the text; here none can be enabled. */
    private static String withoutAdvice(String message) {
        return message.replaceFirst("(: enable `| \\(not recognized as one since).*", "");
    }

    private static String detail(String message, TokenStreamLocation position) {
        return "expected JSON (RFC 8259), found at line " + position.getLineNr() + ", column " + position.getColumnNr()
                + ": " + message + "; correct the text there and send it again";
    }
}
