package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A content that is stored, in the very bytes in which it is stored: what a delta can be made against. Of equal contents
 * the store has one spelling, and a delta against another one could not be read back.
 */
public final class Base {
    private final StoredContent row;
    private final byte[] bytes;
    private final Chain chain;

    private Base(StoredContent row, byte[] bytes, Chain chain) {
        this.row = row;
        this.bytes = bytes;
        this.chain = chain;
    }

    /**
     * The base that a row holds, if a content at hand is spelled as the row has it; that takes no look at the rows that the
     * row itself builds on.
     */
    public static Optional<Base> of(StoredContent row, Content content) {
        byte[] bytes = content.toBytes();
        return Header.find(row)
                .filter(header -> header.fits(bytes))
                .map(header -> new Base(row, bytes, header.chain()));
    }

    /**
     * The base that the first row of a chain holds.
     *
     * @param chain as {@link dev.stet.facts.Facts#listContentChain} returns it
     * @throws dev.stet.storage.DamagedContentException when it cannot be read
     */
    public static Base read(AgentKey agent, List<StoredContent> chain) {
        StoredContent row = chain.get(0);
        byte[] bytes = new ChainReader(agent, row.hash(), chain).bytes();
        return new Base(row, bytes, Header.find(row).orElseThrow().chain());
    }

    StoredContent row() {
        return row;
    }

    byte[] bytes() {
        return bytes;
    }

    Chain chain() {
        return chain;
    }

    @Override
    public String toString() {
        return "Base[" + row + ", " + chain + ", " + Arrays.hashCode(bytes) + "]";
    }
}
