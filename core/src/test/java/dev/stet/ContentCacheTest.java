package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.ref.AgentKey;
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

    @Property(tries = 200)
    void neverHoldsMuchMoreThanItsBound(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 40) Integer> uses) {
        long bound = 400;
        ContentCache cache = new ContentCache(bound);
        for (int use : uses) {
            Content content = content(use);
            if (cache.find(AGENT, content.hash()).isEmpty()) {
                cache.put(AGENT, content);
            }
        }
        long held = 0;
        for (int use = 0; use <= 40; use++) {
            held += cache.find(AGENT, content(use).hash()).map(Content::size).orElse(0);
        }
        long overshootOfTwoGenerations = 2L * content(40).size();
        assertTrue(held <= bound + overshootOfTwoGenerations, "holds " + held);
    }

    @Test
    void whatIsUsedStays() {
        ContentCache cache = new ContentCache(400);
        Content used = content(0);
        cache.put(AGENT, used);
        for (int other = 1; other <= 40; other++) {
            cache.put(AGENT, content(other));
            assertSame(used, cache.find(AGENT, used.hash()).orElseThrow());
        }
    }

    @Test
    void whatOneAgentHasIsNotFoundForAnother() {
        ContentCache cache = new ContentCache(400);
        cache.put(AGENT, content(0));
        assertEquals(
                Optional.empty(),
                cache.find(AgentKey.of("acme", "other"), content(0).hash()));
        assertEquals(
                Optional.empty(),
                cache.find(AgentKey.of("other", "front-desk"), content(0).hash()));
    }

    @Test
    void aBoundOfNothingHoldsNothing() {
        ContentCache cache = new ContentCache(0);
        cache.put(AGENT, content(0));
        assertEquals(Optional.empty(), cache.find(AGENT, content(0).hash()));
    }

    @Test
    void threadsFindWhatTheyPut() throws InterruptedException {
        ContentCache cache = new ContentCache(4_000);
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int first = thread * 1_000;
            threads.add(new Thread(() -> {
                for (int i = first; i < first + 1_000; i++) {
                    Content content = content(i);
                    cache.put(AGENT, content);
                    Optional<Content> found = cache.find(AGENT, content.hash());
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
