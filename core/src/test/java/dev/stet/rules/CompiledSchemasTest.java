package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import org.junit.jupiter.api.Test;

final class CompiledSchemasTest {
    private final CompiledSchemas schemas = new CompiledSchemas();

    @Test
    void theSameDocumentIsCompiledOnce() {
        JsonSchema compiled = schemas.of(Content.parse("{\"type\":\"object\",\"minProperties\":1}"));
        assertSame(compiled, schemas.of(Content.parse("{\"minProperties\":1.0, \"type\":\"object\"}")));
        assertSame(compiled, schemas.of(JsonValue.parse("{\"type\":\"object\",\"minProperties\":1}")));
        assertNotSame(compiled, schemas.of(Content.parse("{\"type\":\"object\",\"minProperties\":2}")));
    }

    @Test
    void whatIsUsedStaysAndWhatIsNotGoesOnceThereIsMuch() {
        Content used = commented(0, 100);
        Content unused = commented(1, 100);
        JsonSchema stays = schemas.of(used);
        JsonSchema goes = schemas.of(unused);
        int length = 100_000;
        for (int i = 2; i <= CompiledSchemas.MOST_BYTES / length + 2; i++) {
            schemas.of(commented(i, length));
            assertSame(stays, schemas.of(used));
        }
        assertNotSame(goes, schemas.of(unused));
    }

    @Test
    void whatIsNoSchemaIsNotKept() {
        Content none = Content.parse("{\"type\":5}");
        assertThrows(InvalidSchemaException.class, () -> schemas.of(none));
        assertThrows(InvalidSchemaException.class, () -> schemas.of(none));
        assertEquals(
                1,
                schemas.of(JsonValue.parse("false")).findings(JsonValue.of(1)).size());
    }

    private static Content commented(int number, int length) {
        return Content.parse("{\"$comment\":\"" + number + "x".repeat(length) + "\"}");
    }
}
