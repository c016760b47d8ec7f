package dev.stet;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.Fingerprint;
import dev.stet.ref.AgentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the cache with contents of one shape after the other, far beyond its bound, and with all that they keep once they were
 * compared. Prints what the heap holds then; ends with an error where that is more than the bound. Real agents from the folder
 * that the system property {@code stet.shared} names are one shape more.
 */
final class FullCache {
    static final int HEAP_MEGABYTES = 40;
    private static final long BOUND = 16 << 20;
    private static final AgentKey AGENT = AgentKey.of("acme", "front-desk");

    private FullCache() {}

    public static void main(String... args) throws IOException {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("tiny contents", i -> "{\"a\":" + i + "}");
        shapes.put("tiny members", i -> object(2_000, k -> "\"" + (k ^ 1) + "\":" + i));
        shapes.put("empty objects", i -> array(2_000, i, k -> "{}"));
        shapes.put("empty arrays", i -> array(2_000, i, k -> "[]"));
        shapes.put("deep", i -> "{\"a\":" + "[".repeat(60) + i + "]".repeat(60) + "}");
        shapes.put("long numbers", i -> array(20, i, k -> "1".repeat(900) + k));
        shapes.put("latin1", i -> "{\"a\":\"" + "\u00e9".repeat(20_000) + i + "\"}");
        shapes.put("utf16", i -> "{\"a\":\"" + "\u4e2d".repeat(20_000) + i + "\"}");
        shapes.put("literals", i -> array(5_000, i, k -> "true"));
        List<String> real = real();
        if (!real.isEmpty()) {
            shapes.put("real agents", i -> object(1, k -> "\"n" + i + "\":" + real.get(i % real.size())));
        }
        boolean held = true;
        for (Map.Entry<String, IntFunction<String>> shape : shapes.entrySet()) {
            held &= holds(shape.getKey(), shape.getValue());
        }
        System.exit(held ? 0 : 1);
    }

    private static boolean holds(String name, IntFunction<String> shape) {
        long before = used();
        ContentCache cache = new ContentCache(BOUND);
        long put = 0;
        long json = 0;
        int contents = 0;
        while (put < 2 * BOUND) {
            Content content = Content.parse(shape.apply(contents), ContentLimits.DEFAULT);
            Mention mention = new Mention(AGENT, content.hash(), Instant.ofEpochSecond(contents), (long) contents++);
            cache.put(mention, content);
            Fingerprint.of(content.root());
            put += content.footprint();
            json += content.size();
        }
        long held = used() - before;
        System.out.printf(
                "%-14s %7d contents, JSON x %.1f, heap of a full cache %.2f of its bound%n",
                name, contents, (double) put / json, (double) held / BOUND);
        return cache.find(new Mention(AGENT, Content.empty().hash(), Instant.EPOCH, 0L))
                        .isEmpty()
                && held <= BOUND;
    }

    private static String object(int members, IntFunction<String> member) {
        return "{" + IntStream.range(0, members).mapToObj(member).collect(Collectors.joining(",")) + "}";
    }

    private static String array(int elements, int number, IntFunction<String> element) {
        String all = IntStream.range(0, elements).mapToObj(element).collect(Collectors.joining(","));
        return "{\"n\":" + number + ",\"a\":[" + all + "]}";
    }

    private static List<String> real() throws IOException {
        Optional<Path> folder =
                Optional.ofNullable(System.getProperty("stet.shared")).map(Path::of);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.get().resolve("samples/agents"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .limit(40)
                    .map(FullCache::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
