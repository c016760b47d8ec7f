package dev.stet.benchmarks;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The diff of two contents of 150 KB, the nodes of real agents, of which some differ in one value. The folder of real agents
 * is named by the system property {@code stet.shared}, or is {@code shared} beside one of the folders above.
 *
 * <pre>{@code
 * mvn -q package -pl benchmarks -am -DskipTests
 * java -jar benchmarks/target/benchmarks.jar DiffBenchmark
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DiffBenchmark {

    /** Two contents. */
    @State(Scope.Thread)
    public static class Pair {
        /** The size of the contents in bytes. */
        @Param({"150000"})
        int bytes;

        /** How many nodes differ. */
        @Param({"1"})
        int nodes;

        private Content from = Content.empty();
        private Content to = Content.empty();

        @Setup
        public void read() {
            JsonArray all = Nodes.of(bytes);
            List<JsonValue> edited = new ArrayList<>(all.elements());
            for (int i = 0; i < nodes; i++) {
                int index = i * edited.size() / nodes;
                edited.set(index, ((JsonObject) edited.get(index)).with("edited", JsonValue.of(true)));
            }
            from = again(Content.of(JsonObject.of("nodes", all)));
            to = again(Content.of(JsonObject.of("nodes", new JsonArray(edited))));
        }

        final Content from() {
            return from;
        }

        final Content to() {
            return to;
        }

        static Content again(Content content) {
            return Content.parse(content.toJson(), ContentLimits.DEFAULT);
        }
    }

    /** The same, of which nothing is kept from one call to the next: as contents are that have just been read. */
    @State(Scope.Thread)
    public static class FreshPair extends Pair {
        private Content freshFrom = Content.empty();
        private Content freshTo = Content.empty();

        @Setup(Level.Invocation)
        public void readAgain() {
            freshFrom = again(from());
            freshTo = again(to());
        }
    }

    /** Both contents were compared with something before. */
    @Benchmark
    public Diff diff(Pair pair) {
        return Diff.between(pair.from(), pair.to());
    }

    /** Neither content was ever compared with anything. */
    @Benchmark
    public Diff diffOfContentsJustRead(FreshPair pair) {
        return Diff.between(pair.freshFrom, pair.freshTo);
    }

    @Benchmark
    public JsonPatch patch(Pair pair) {
        return Diff.between(pair.from(), pair.to()).patch();
    }

    @Benchmark
    public String summary(Pair pair) {
        return Diff.between(pair.from(), pair.to()).summary().toString();
    }

    /** For comparison: what any diff of two texts has to do first. */
    @Benchmark
    public Content parseOne(Pair pair) {
        return Pair.again(pair.from());
    }

    /** Nodes of real agents, each under an id of its own, up to a size. */
    private static final class Nodes {
        static JsonArray of(int bytes) {
            List<JsonValue> nodes = new ArrayList<>();
            int size = 0;
            List<JsonValue> real = real();
            while (size < bytes) {
                JsonValue node = ((JsonObject) real.get(nodes.size() % real.size()))
                        .with("id", JsonValue.of("node-" + nodes.size()));
                nodes.add(node);
                size += node.toJson().length();
            }
            return new JsonArray(nodes);
        }

        private static List<JsonValue> real() {
            List<JsonValue> nodes = new ArrayList<>();
            try (Stream<Path> files = Files.walk(Shared.samples("agents"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    Content content = Content.parse(Files.readAllBytes(file), ContentLimits.DEFAULT);
                    if (content.section("nodes").orElse(JsonObject.of()) instanceof JsonArray array) {
                        nodes.addAll(array.elements());
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return nodes;
        }
    }
}
