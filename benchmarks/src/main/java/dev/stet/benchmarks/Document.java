package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A content of 5 KB, and one section of it that is different every time. */
@State(Scope.Thread)
public class Document {
    static final String SECTION = "timeouts";

    final Content content = read();
    final byte[] json = content.toBytes();

    private final JsonObject section = (JsonObject) content.section(SECTION).orElseThrow();
    private long edits;

    JsonValue nextSection() {
        return section.with("toolMs", JsonValue.of(++edits));
    }

    private static Content read() {
        String name = "front-desk-5kb.json";
        try (InputStream in = Document.class.getResourceAsStream(name)) {
            return Content.parse(Objects.requireNonNull(in, name).readAllBytes(), ContentLimits.DEFAULT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
