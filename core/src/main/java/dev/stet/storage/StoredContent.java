package dev.stet.storage;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One content of an agent in the form in which it is stored: opaque to stores, which keep hash, base, encoding and bytes
 * as they are. Immutable.
 */
public final class StoredContent {
    /** The bytes are the whole content as compact UTF-8 JSON. */
    public static final int WHOLE = 1;

    private static final ContentLimits STORED = new ContentLimits(1_000, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final ContentHash hash;
    private final Optional<ContentHash> base;
    private final int encoding;
    private final byte[] bytes;

    /** @param bytes copied */
    public StoredContent(ContentHash hash, Optional<ContentHash> base, int encoding, byte[] bytes) {
        this.hash = hash;
        this.base = base;
        this.encoding = encoding;
        this.bytes = bytes.clone();
    }

    public static StoredContent of(Content content) {
        return new StoredContent(content.hash(), Optional.empty(), WHOLE, content.toBytes());
    }

    /** The hash of the content: with the agent, its key. */
    public ContentHash hash() {
        return hash;
    }

    /** The content of the same agent that the bytes are relative to; empty where they stand for themselves. */
    public Optional<ContentHash> base() {
        return base;
    }

    /** How the bytes are to be read. */
    public int encoding() {
        return encoding;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The content, read and verified against its hash.
     *
     * @param agent whose it is, for the message
     * @throws DamagedContentException when the bytes are not what was stored, or in an encoding this release of Stet
     *     does not know
     */
    public Content content(String agent) {
        if (encoding != WHOLE) {
            throw new DamagedContentException(
                    agent, hash, "its encoding is " + encoding + ", which a newer release of Stet may have written");
        }
        Content content = parsed(agent);
        if (!content.hash().equals(hash)) {
            throw new DamagedContentException(agent, hash, "its bytes hash to " + content.hash());
        }
        return content;
    }

    private Content parsed(String agent) {
        try {
            return Content.parse(bytes, STORED);
        } catch (InvalidContentException damage) {
            throw new DamagedContentException(agent, hash, "its bytes cannot be read: " + damage.getMessage());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredContent that
                && hash.equals(that.hash)
                && base.equals(that.base)
                && encoding == that.encoding
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** Its hash and how it is stored, never the bytes. */
    @Override
    public String toString() {
        return "StoredContent[" + hash.abbreviated() + ", encoding " + encoding + ", " + bytes.length + " bytes]";
    }
}
