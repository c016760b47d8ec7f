package dev.stet;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Contents in parsed form, by agent and hash. They never change, so nothing here is ever stale; what was not used
 * lately is forgotten once the whole outgrows its bound.
 *
 * <p>Two generations: what is found in the old one moves to the young one, and when the young one has taken half the
 * bound it becomes the old one. Lookups take no lock.
 */
class ContentCache {
    private final long generationBytes;
    private volatile Generation young = new Generation();
    private volatile Generation old = new Generation();

    /** @param maxBytes how much compact JSON it may hold; 0 to hold none */
    ContentCache(long maxBytes) {
        generationBytes = maxBytes / 2;
    }

    Optional<Content> find(AgentKey agent, ContentHash hash) {
        Key key = new Key(agent, hash);
        Content recent = young.contents.get(key);
        if (recent != null) {
            return Optional.of(recent);
        }
        Content aged = old.contents.get(key);
        if (aged != null) {
            put(key, aged);
        }
        return Optional.ofNullable(aged);
    }

    void put(AgentKey agent, Content content) {
        put(new Key(agent, content.hash()), content);
    }

    /** For contents that were deleted: stored again, they may be spelled otherwise. */
    void forget(AgentKey agent, ContentHash hash) {
        Key key = new Key(agent, hash);
        young.remove(key);
        old.remove(key);
    }

    private void put(Key key, Content content) {
        if (content.size() > generationBytes) {
            return;
        }
        Generation generation = young;
        if (generation.contents.putIfAbsent(key, content) == null
                && generation.bytes.addAndGet(content.size()) > generationBytes) {
            age(generation);
        }
    }

    private synchronized void age(Generation full) {
        if (young == full) {
            old = full;
            young = new Generation();
        }
    }

    /** This cache as a transaction may use it that can still be undone: what it sees is kept for nobody. */
    ContentCache readOnly() {
        return new ReadOnly(this);
    }

    private static final class ReadOnly extends ContentCache {
        private final ContentCache shared;

        ReadOnly(ContentCache shared) {
            super(0);
            this.shared = shared;
        }

        @Override
        Optional<Content> find(AgentKey agent, ContentHash hash) {
            return shared.find(agent, hash);
        }
    }

    private record Key(AgentKey agent, ContentHash hash) {}

    private static final class Generation {
        private final Map<Key, Content> contents = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        void remove(Key key) {
            Content removed = contents.remove(key);
            if (removed != null) {
                bytes.addAndGet(-removed.size());
            }
        }
    }
}
