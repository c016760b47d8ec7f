package dev.stet.benchmarks;

import dev.stet.Resolution;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.draft.SaveOutcome;
import dev.stet.ref.AgentKey;
import dev.stet.version.PublishOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Save, publish and resolve on the memory store: one thread, content of 5 KB. The methods named {@code floor...} do
 * nothing but what such a call cannot do without, on the same content and in the same run.
 *
 * <pre>{@code
 * mvn -q package -pl benchmarks -am -DskipTests
 * java -jar benchmarks/target/benchmarks.jar Lifecycle -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
public class LifecycleBenchmark {
    /** Saves before every publish that is measured, outside of the time that is measured. */
    @State(Scope.Thread)
    public static class Saved extends Registry {
        @Setup(Level.Invocation)
        public void saveFirst(Blackhole sink) {
            sink.consume(save());
        }
    }

    /** Has a config page beside what it serves. */
    @State(Scope.Thread)
    public static class Paged extends Registry {
        @Setup
        public void page() {
            putPage();
        }
    }

    /** What a registry that can do nothing else would resolve from. */
    @State(Scope.Thread)
    public static class Table {
        private final AgentKey key = new AgentKey(Registry.WORKSPACE, Registry.AGENT);
        private final Map<AgentKey, Content> served = new ConcurrentHashMap<>(Map.of(key, new Document().content));
    }

    /** Another value for one section. */
    @Benchmark
    public SaveOutcome save(Registry registry) {
        return registry.save();
    }

    /** A saved edit becomes a version and is deployed. What {@code -prof gc} counts here includes the save before it. */
    @Benchmark
    public PublishOutcome publish(Saved registry) {
        return registry.publish();
    }

    @Benchmark
    public PublishOutcome saveAndPublish(Registry registry, Blackhole sink) {
        sink.consume(registry.save());
        return registry.publish();
    }

    @Benchmark
    public Resolution resolve(Registry registry) {
        return registry.resolve();
    }

    /** Version and config page as one pair: the schema is not looked at. */
    @Benchmark
    public Resolution resolveWithPage(Paged registry) {
        return registry.resolve();
    }

    /** A save cannot do without: the content with the new section, its canonical hash, and its bytes. */
    @Benchmark
    public byte[] floorOfSaveEditHashAndSerialise(Document document, Blackhole sink) {
        Content edited = document.content.withSection(Document.SECTION, document.nextSection());
        sink.consume(edited.hash());
        return edited.toBytes();
    }

    /** Of that, the digest alone: SHA-256 over 5 KB, as the platform computes it. */
    @Benchmark
    public byte[] floorOfSaveDigest(Document document) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(document.json);
    }

    /** A resolve cannot do without: one look at a table that other threads may change. */
    @Benchmark
    public Content floorOfResolveMapGet(Table table) {
        return Objects.requireNonNull(table.served.get(table.key));
    }

    /** What every resolve would cost if it read the stored text. */
    @Benchmark
    public Content parse(Document document) {
        return Content.parse(document.json, ContentLimits.DEFAULT);
    }
}
