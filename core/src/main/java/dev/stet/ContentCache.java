package dev.stet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Contents in parsed form, by agent and hash; what is of least use is forgotten once the whole outgrows its bound of heap.
 *
 * <p>Equal contents are one row, in the spelling of the first. Where that row was dropped, an equal content may be stored again in
 * another spelling, by whatever process, inside of whatever transaction. So a content is found for a row that names it, and not
 * by its hash alone: it is known since when it was seen in its spelling, and what was named before that, and still is, cannot
 * have been dropped in between. For a row that is younger than what is known here, the store is asked again.
 */
final class ContentCache {
    /**
     * What is kept beside a content to find it again: key, hash and names; the time, the rows and their list; the node of the
     * cache and its place.
     */
    private static final int ENTRY = 700;

    /** One part in so many for what is not counted. */
    private static final int SPARE = 8;

    private final Cache<Key, Seen> contents;
    private final boolean readOnly;

    /** @param maxBytes how much heap it may take; 0 to hold nothing */
    ContentCache(long maxBytes) {
        this(
                Caffeine.newBuilder()
                        .maximumWeight(maxBytes)
                        .weigher(ContentCache::weight)
                        .executor(Runnable::run)
                        .build(),
                false);
    }

    private ContentCache(Cache<Key, Seen> contents, boolean readOnly) {
        this.contents = contents;
        this.readOnly = readOnly;
    }

    private record Key(AgentKey agent, ContentHash hash) {}

    /**
     * A content as it was spelled when rows named it.
     *
     * @param at when the latest of these rows was made
     * @param rows those of that very time
     */
    private record Seen(Content content, Instant at, List<Object> rows) {
        boolean holdsFor(Mention mention) {
            return mention.at().isBefore(at) || (mention.at().equals(at) && rows.contains(mention.row()));
        }

        Seen and(Mention mention) {
            List<Object> all = new ArrayList<>(rows);
            all.add(mention.row());
            return new Seen(content, at, List.copyOf(all));
        }
    }

    Optional<Content> find(Mention mention) {
        Seen seen = contents.getIfPresent(new Key(mention.agent(), mention.hash()));
        return seen != null && seen.holdsFor(mention) ? Optional.of(seen.content()) : Optional.empty();
    }

    /** A content that means the same as the one of this hash: how it is spelled in the store, the caller has to find out. */
    Optional<Content> findInAnySpelling(AgentKey agent, ContentHash hash) {
        return Optional.ofNullable(contents.getIfPresent(new Key(agent, hash))).map(Seen::content);
    }

    /** @param content what the mention names, as the store has it */
    void put(Mention mention, Content content) {
        if (readOnly) {
            return;
        }
        Key key = new Key(mention.agent(), mention.hash());
        Seen before = contents.getIfPresent(key);
        Seen alone = new Seen(content, mention.at(), List.of(mention.row()));
        boolean more = before != null
                && before.at().equals(mention.at())
                && !before.holdsFor(mention)
                && isSpelledAs(before.content(), content);
        contents.put(key, before != null && more ? before.and(mention) : alone);
    }

    @SuppressWarnings("ReferenceEquality") // A short cut.
    private static boolean isSpelledAs(Content one, Content other) {
        return one == other || (one.size() == other.size() && one.toJson().equals(other.toJson()));
    }

    private static int weight(Key key, Seen seen) {
        int names = key.agent().workspace().toString().length()
                + key.agent().agent().toString().length();
        long bytes = ENTRY + names + seen.content().footprint();
        return (int) Math.min(Integer.MAX_VALUE, bytes + bytes / SPARE);
    }

    /** This cache as a transaction may use it that can still be undone: what it sees is kept for nobody. */
    ContentCache readOnly() {
        return new ContentCache(contents, true);
    }
}
