package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import java.util.List;
import java.util.Optional;

/**
 * In which form a content is stored: as it is, deflated, or as a delta against an earlier content of the same agent,
 * whichever takes the fewest bytes. A chain of deltas is never longer, nor heavier to read, than {@link Chain} says: the
 * next one is a whole copy again.
 */
public final class ContentEncoding {
    /** The most rows that reading a content takes. */
    public static final int MOST_ROWS = Chain.LONGEST + 1;

    /**
     * A delta that takes no more than one part in so many of what a whole copy is likely to take needs no comparison. The content
     * is likely to deflate as the whole copy did on which its base builds.
     */
    private static final int CLEARLY = 4;

    private ContentEncoding() {}

    /** A content that builds on nothing. */
    public static StoredContent encoded(Content content) {
        return whole(content.hash(), content.toBytes());
    }

    /** A content in the shortest form there is, given one that it may resemble. */
    public static StoredContent encoded(Content content, Base base) {
        byte[] bytes = content.toBytes();
        Optional<StoredContent> delta = delta(content.hash(), bytes, base);
        long likely = base.chain().wholeBytes() * bytes.length / Math.max(1, base.bytes().length);
        if (delta.filter(found -> found.length() < likely / CLEARLY).isPresent()) {
            return delta.get();
        }
        StoredContent whole = whole(content.hash(), bytes);
        return delta.filter(found -> found.length() < whole.length()).orElse(whole);
    }

    /**
     * The content that a chain of rows holds, verified against its hash.
     *
     * @param chain as {@link dev.stet.facts.Facts#listContentChain} returns it
     * @throws dev.stet.storage.DamagedContentException when it is not what was stored, or in an encoding that this release
     *     of Stet does not know
     */
    public static Content decoded(AgentKey agent, ContentHash hash, List<StoredContent> chain) {
        return new ChainReader(agent, hash, chain).content();
    }

    private static StoredContent whole(ContentHash hash, byte[] bytes) {
        if (bytes.length <= Header.LARGEST) {
            byte[] deflated = Header.of(bytes, Chain.whole(0), false)
                    .written()
                    .all(Deflate.deflated(bytes))
                    .toBytes();
            if (deflated.length < bytes.length) {
                return new StoredContent(hash, Optional.empty(), StoredContent.DEFLATED, deflated);
            }
        }
        return new StoredContent(hash, Optional.empty(), StoredContent.WHOLE, bytes);
    }

    private static Optional<StoredContent> delta(ContentHash hash, byte[] bytes, Base base) {
        if (bytes.length > Header.LARGEST
                || base.bytes().length > Header.LARGEST
                || base.row().hash().equals(hash)
                || !base.chain().longer(0).withinBounds()) {
            return Optional.empty();
        }
        byte[] delta = Header.of(bytes, base.chain(), true)
                .written()
                .all(ByteDelta.between(base.bytes(), bytes))
                .toBytes();
        return base.chain().longer(delta.length).withinBounds()
                ? Optional.of(new StoredContent(hash, Optional.of(base.row().hash()), StoredContent.DELTA, delta))
                : Optional.empty();
    }
}
