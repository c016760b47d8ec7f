package dev.stet.facts;

import dev.stet.content.ContentHash;
import dev.stet.storage.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One content of an agent in the form in which it is stored: opaque to stores, which keep hash, base, encoding and bytes
 * as they are. Immutable.
 */
public final class StoredContent {
    /** The bytes are the whole content as compact UTF-8 JSON. */
    public static final int WHOLE = 1;

    /** The bytes are the whole content, deflated, after its length and a checksum. */
    public static final int DEFLATED = 2;

    /** The bytes are what makes the content of its base, after its length, a checksum, and what it takes to read the base. */
    public static final int DELTA = 3;

    private final ContentHash hash;
    private final Optional<ContentHash> base;
    private final int encoding;
    private final Bytes bytes;

    /** @param bytes copied */
    public StoredContent(ContentHash hash, Optional<ContentHash> base, int encoding, byte[] bytes) {
        this(hash, base, encoding, Bytes.of(bytes));
    }

    public StoredContent(ContentHash hash, Optional<ContentHash> base, int encoding, Bytes bytes) {
        this.hash = hash;
        this.base = base;
        this.encoding = encoding;
        this.bytes = bytes;
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

    /** How many bytes there are. */
    public int length() {
        return bytes.length();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.toArray();
    }

    /** The bytes as a store keeps them. */
    public Bytes stored() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredContent that
                && hash.equals(that.hash)
                && base.equals(that.base)
                && encoding == that.encoding
                && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** Its hash and how it is stored, never the bytes. */
    @Override
    public String toString() {
        return "StoredContent[" + hash.abbreviated() + ", encoding " + encoding + ", " + length() + " bytes]";
    }
}
