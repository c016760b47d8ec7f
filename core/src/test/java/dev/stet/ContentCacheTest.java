package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.ref.AgentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ContentCacheTest {
    private static final AgentKey AGENT = AgentKey.of("acme", "front-desk");

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Mention mention(AgentKey agent, Content content, int second, int row) {
        return new Mention(agent, content.hash(), NOON.plusSeconds(second), row);
    }

    private static Mention mention(Content content) {
        return mention(AGENT, content, 0, 0);
    }

    @Property(tries = 200)
    void neverHoldsMoreThanItsBound(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 40) Integer> uses) {
        long bound = 12_000;
        ContentCache cache = new ContentCache(bound);
        for (int use : uses) {
            Content content = content(use);
            if (cache.find(mention(content)).isEmpty()) {
                cache.put(mention(content), content);
            }
        }
        long held = 0;
        for (int use = 0; use <= 40; use++) {
            held += cache.find(mention(content(use))).map(Content::footprint).orElse(0L);
        }
        assertTrue(held <= bound, "holds " + held);
        assertTrue(held > 0, "holds nothing");
    }

    /** What a row names that is younger than all that is known may have been dropped and stored anew in between. */
    @Test
    void aYoungerRowIsAskedForAgain() {
        ContentCache cache = new ContentCache(1 << 20);
        Content first = Content.parse("{\"a\":1,\"b\":2}");
        Content again = Content.parse("{\"b\":2,\"a\":1}");
        cache.put(mention(AGENT, first, 5, 1), first);
        assertSame(first, cache.find(mention(AGENT, first, 5, 1)).orElseThrow());
        assertSame(first, cache.find(mention(AGENT, first, 4, 9)).orElseThrow());
        assertEquals(Optional.empty(), cache.find(mention(AGENT, first, 5, 2)));
        assertEquals(Optional.empty(), cache.find(mention(AGENT, first, 6, 3)));
        cache.put(mention(AGENT, first, 6, 3), again);
        assertSame(again, cache.find(mention(AGENT, first, 6, 3)).orElseThrow());
        assertSame(again, cache.find(mention(AGENT, first, 5, 1)).orElseThrow());
        // Somebody who had read the old row before it was dropped comes late.
        cache.put(mention(AGENT, first, 5, 1), first);
        assertEquals(Optional.empty(), cache.find(mention(AGENT, first, 6, 3)));
    }

    @Test
    void rowsOfOneInstantThatNameOneSpellingAreKnownTogether() {
        ContentCache cache = new ContentCache(1 << 20);
        Content content = content(1);
        cache.put(mention(AGENT, content, 5, 1), content);
        cache.put(mention(AGENT, content, 5, 2), Content.parse(content.toJson()));
        assertSame(content, cache.find(mention(AGENT, content, 5, 1)).orElseThrow());
        assertSame(content, cache.find(mention(AGENT, content, 5, 2)).orElseThrow());
    }

    @Test
    void aTransactionThatCanBeUndoneLeavesNothingBehind() {
        ContentCache cache = new ContentCache(1 << 20);
        Content content = content(1);
        cache.readOnly().put(mention(content), content);
        assertEquals(Optional.empty(), cache.find(mention(content)));
        cache.put(mention(content), content);
        assertSame(content, cache.readOnly().find(mention(content)).orElseThrow());
    }

    @Test
    void whatOneAgentHasIsNotFoundForAnother() {
        ContentCache cache = new ContentCache(1 << 20);
        Content content = content(0);
        cache.put(mention(content), content);
        for (AgentKey other : List.of(AgentKey.of("acme", "other"), AgentKey.of("other", "front-desk"))) {
            assertEquals(Optional.empty(), cache.find(mention(other, content, 0, 0)));
        }
    }

    @Test
    void aBoundOfNothingHoldsNothing() {
        ContentCache cache = new ContentCache(0);
        cache.put(mention(content(0)), content(0));
        assertEquals(Optional.empty(), cache.find(mention(content(0))));
    }

    @Test
    void threadsFindWhatTheyPut() throws InterruptedException {
        ContentCache cache = new ContentCache(40_000);
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int first = thread * 1_000;
            threads.add(new Thread(() -> {
                for (int i = first; i < first + 1_000; i++) {
                    Content content = content(i);
                    cache.put(mention(content), content);
                    Optional<Content> found = cache.find(mention(content));
                    if (found.isPresent() && !found.get().equals(content)) {
                        synchronized (wrong) {
                            wrong.add("content " + i);
                        }
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), wrong);
    }

    private static Content content(int number) {
        return Content.empty().withSection("prompt", JsonValue.of("Hello number " + number));
    }
}
