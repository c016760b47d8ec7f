package dev.stet.facts;

import dev.stet.content.ContentHash;
import java.util.Optional;

/**
 * A stored content without its bytes.
 *
 * @param hash its hash
 * @param base the content that its bytes are relative to, see {@link StoredContent#base()}
 * @param length how many bytes it is stored in
 */
public record ContentRow(ContentHash hash, Optional<ContentHash> base, int length) {}
