package dev.stet;

import dev.stet.content.ContentHash;
import dev.stet.encoding.Base;
import dev.stet.encoding.ContentEncoding;
import dev.stet.facts.Facts;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.rules.NewContent;
import dev.stet.storage.DamagedContentException;
import java.util.List;
import java.util.Optional;

/**
 * Encodes contents against what the store has. The row of the base is always looked at: what is in memory may be spelled
 * otherwise than what is stored under the same hash, where that was deleted and stored again.
 */
final class ContentWriter {
    private final Facts facts;
    private final ContentCache cache;

    ContentWriter(Facts facts, ContentCache cache) {
        this.facts = facts;
        this.cache = cache;
    }

    List<StoredContent> encoded(AgentKey key, List<NewContent> contents) {
        return contents.stream().map(content -> encoded(key, content)).toList();
    }

    private StoredContent encoded(AgentKey key, NewContent added) {
        Optional<Base> base = added.resembles().flatMap(hash -> findBase(key, hash));
        return base.map(found -> ContentEncoding.encoded(added.content(), found))
                .orElseGet(() -> ContentEncoding.encoded(added.content()));
    }

    /** The base, unless it is gone or cannot be read: then a whole copy does without it. */
    private Optional<Base> findBase(AgentKey key, ContentHash hash) {
        return facts.listContentChain(key, hash, 1).stream()
                .findFirst()
                .flatMap(row -> cache.findInAnySpelling(key, hash)
                        .flatMap(content -> Base.of(row, content))
                        .or(() -> readBase(key, hash)));
    }

    private Optional<Base> readBase(AgentKey key, ContentHash hash) {
        List<StoredContent> chain = facts.listContentChain(key, hash, ContentEncoding.MOST_ROWS);
        try {
            return chain.isEmpty() ? Optional.empty() : Optional.of(Base.read(key, chain));
        } catch (DamagedContentException damage) {
            return Optional.empty();
        }
    }
}
