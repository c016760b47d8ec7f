package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.schema.InvalidSchemaException;
import dev.stet.schema.JsonSchema;
import dev.stet.schema.SchemaLimits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CompiledSchemasTest {
    private final CompiledSchemas schemas = new CompiledSchemas(SchemaLimits.DEFAULT);

    @Test
    void theSameDocumentIsCompiledOnce() {
        JsonSchema compiled = schemas.of(Content.parse("{\"type\":\"object\",\"minProperties\":1}"));
        assertSame(compiled, schemas.of(Content.parse("{\"minProperties\":1.0, \"type\":\"object\"}")));
        assertSame(compiled, schemas.of(JsonValue.parse("{\"type\":\"object\",\"minProperties\":1}")));
        assertNotSame(compiled, schemas.of(Content.parse("{\"type\":\"object\",\"minProperties\":2}")));
    }

    /** As much as the bound says, whatever the shape: compiled, a small document can take 350 times its size. */
    @Test
    void schemasTakeNoMoreHeapThanTheBound() {
        Content first = many(0);
        JsonSchema compiled = schemas.of(first);
        long footprint = compiled.footprint();
        assertTrue(footprint > 300L * 1_200, "of 300 schemas " + footprint);
        int more = (int) (2 * CompiledSchemas.MOST_BYTES / footprint);
        List<JsonSchema> all = IntStream.rangeClosed(1, more)
                .mapToObj(i -> schemas.of(many(i)))
                .toList();
        long kept = IntStream.rangeClosed(1, more)
                .filter(i -> isSame(all.get(i - 1), schemas.of(many(i))))
                .count();
        assertTrue(kept > 0 && kept * footprint <= CompiledSchemas.MOST_BYTES, kept + " of " + more + " were kept");
    }

    @SuppressWarnings("ReferenceEquality") // Whether it was compiled once.
    private static boolean isSame(JsonSchema one, JsonSchema other) {
        return one == other;
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

    private static Content many(int number) {
        String parts =
                IntStream.range(0, 300).mapToObj(i -> "\"p" + i + "\":{}").collect(Collectors.joining(","));
        return Content.parse("{\"title\":\"" + number + "\",\"properties\":{" + parts + "}}");
    }
}
