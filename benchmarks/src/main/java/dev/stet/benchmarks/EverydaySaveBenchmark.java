package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.encoding.Base;
import dev.stet.encoding.ContentEncoding;
import dev.stet.facts.StoredContent;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processor's part of saving a document that somebody edited: it is parsed, hashed, and encoded as a delta against the one
 * before it, which is in memory. The documents are real ones in their real order; a call takes the next. Beside it, in the
 * same run, what Jackson takes to parse the same bytes into a tree, and the digest of as many bytes, which no save can do
 * without. The folder of the histories is named by the system property {@code stet.shared}, or is {@code shared} beside one of
 * the folders above.
 *
 * <pre>{@code
 * mvn -q package -pl benchmarks -am -DskipTests
 * java -jar benchmarks/target/benchmarks.jar EverydaySave -jvmArgsAppend -Dstet.shared=FOLDER
 * }</pre>
 *
 * <p>On a machine that has other work, too, {@link SaveFigures} makes the same calls by the processor's time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EverydaySaveBenchmark {

    /** Successive documents of one agent. */
    @State(Scope.Thread)
    public static class Edits {
        /** Whose: 28 documents of 45 KB, or 16 of 64 KB. */
        @Param({"langflow-knowledge-retrieval", "langflow-diet-analysis"})
        private String history = "";

        /** As they come over a wire, or as they lie in a repository. */
        @Param({"COMPACT", "INDENTED"})
        private Spelling spelling = Spelling.COMPACT;

        private final ObjectMapper mapper = JsonMapper.builder().build();
        private final List<Edit> edits = new ArrayList<>();
        private int next;

        static Edits of(String history, Spelling spelling) throws IOException {
            Edits edits = new Edits();
            edits.history = history;
            edits.spelling = spelling;
            edits.read();
            return edits;
        }

        @Setup
        public void read() throws IOException {
            SampleHistory documents =
                    SampleHistory.read(Shared.samples("histories").resolve(history));
            for (int i = 1; i < documents.contents().size(); i++) {
                Content before = documents.contents().get(i - 1);
                Content after = documents.contents().get(i);
                edits.add(new Edit(before, ContentEncoding.encoded(before), spelling.bytes(mapper, after)));
            }
        }

        private Edit next() {
            next = next + 1 < edits.size() ? next + 1 : 0;
            return edits.get(next);
        }
    }

    /** How the bytes of a document look. */
    public enum Spelling {
        COMPACT,
        INDENTED;

        private byte[] bytes(ObjectMapper mapper, Content content) {
            return this == COMPACT
                    ? content.toBytes()
                    : mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(content.toJsonNode());
        }
    }

    private static final class Edit {
        private final Content before;
        private final StoredContent stored;
        private final byte[] after;

        Edit(Content before, StoredContent stored, byte[] after) {
            this.before = before;
            this.stored = stored;
            this.after = after;
        }
    }

    /** Parsed, hashed and encoded. */
    @Benchmark
    public StoredContent save(Edits edits) {
        Edit edit = edits.next();
        Content content = Content.parse(edit.after, ContentLimits.DEFAULT);
        Base base = Base.of(edit.stored, edit.before).orElseThrow();
        return ContentEncoding.encoded(content, base);
    }

    /** Parsed and hashed, the first half of it. */
    @Benchmark
    public Content saveParsedAndHashed(Edits edits) {
        Content content = Content.parse(edits.next().after, ContentLimits.DEFAULT);
        content.hash();
        return content;
    }

    /** Parsed only. */
    @Benchmark
    public Content saveParsed(Edits edits) {
        return Content.parse(edits.next().after, ContentLimits.DEFAULT);
    }

    @Benchmark
    public JsonNode jacksonReadTree(Edits edits) {
        return edits.mapper.readTree(edits.next().after);
    }

    @Benchmark
    public byte[] floorOfSaveSha256(Edits edits) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(edits.next().after);
    }
}
