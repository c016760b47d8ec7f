package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.facts.StoredContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one history, each encoded against the one before it. */
final class Chains {
    private final Map<ContentHash, StoredContent> rows = new HashMap<>();
    private Optional<Base> before = Optional.empty();
    private Optional<ContentHash> last = Optional.empty();

    void add(Content content) {
        StoredContent row = before.map(base -> ContentEncoding.encoded(content, base))
                .orElseGet(() -> ContentEncoding.encoded(content));
        StoredContent stored = rows.computeIfAbsent(content.hash(), hash -> row);
        last = Optional.of(content.hash());
        before = Base.of(stored, content);
    }

    /** The rows of the content that was added last. */
    List<StoredContent> last() {
        List<StoredContent> chain = new ArrayList<>();
        for (Optional<ContentHash> next = last;
                next.isPresent();
                next = chain.get(chain.size() - 1).base()) {
            chain.add(rows.get(next.get()));
        }
        return chain;
    }
}
