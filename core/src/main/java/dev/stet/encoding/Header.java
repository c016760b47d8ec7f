package dev.stet.encoding;

import dev.stet.facts.StoredContent;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;

/**
 * What the bytes of a stored content begin with: how long the content is in compact JSON, a checksum of that, and, for a
 * delta, what it takes to read what it builds on. A content that is kept as it is has no header: its length and checksum
 * are those of its bytes.
 *
 * @param size bytes of the content in compact JSON
 * @param checksum the CRC-32C of those; other than the hash of the content, it tells one spelling from another
 * @param before of a delta, the chain that it lengthens; of all others, the whole copy that they are
 * @param bytes how many bytes the row has
 * @param delta whether it is a delta
 */
record Header(int size, int checksum, Chain before, int bytes, boolean delta) {
    /** Contents larger than this are kept as they are, so that nothing makes more than this of what is encoded. */
    static final int LARGEST = 64 << 20;

    /** More than any chain is long or heavy. */
    private static final int MANY = Integer.MAX_VALUE;

    static Header of(byte[] content, Chain before, boolean delta) {
        return new Header(content.length, checksum(content), before, 0, delta);
    }

    /** The header of a row, unless it is damaged or in an encoding that this release does not know. */
    static Optional<Header> find(StoredContent row) {
        try {
            return switch (row.encoding()) {
                case StoredContent.WHOLE -> Optional.of(whole(row.bytes()));
                case StoredContent.DEFLATED, StoredContent.DELTA ->
                    Optional.of(read(row, new Bytes.Reader(row.bytes())));
                default -> Optional.empty();
            };
        } catch (DataFormatException damage) {
            return Optional.empty();
        }
    }

    private static Header whole(byte[] content) {
        return new Header(content.length, checksum(content), Chain.whole(content.length), content.length, false);
    }

    /** The header of a row that has one; the reader then stands behind it. */
    static Header read(StoredContent row, Bytes.Reader reader) throws DataFormatException {
        int size = reader.number(LARGEST);
        int checksum = reader.fixed();
        int length = row.length();
        if (row.encoding() == StoredContent.DEFLATED) {
            return new Header(size, checksum, Chain.whole(length), length, false);
        }
        Chain before = new Chain(reader.number(MANY), reader.number(MANY), reader.number(MANY));
        return new Header(size, checksum, before, length, true);
    }

    Bytes.Writer written() {
        Bytes.Writer writer = new Bytes.Writer(size / 8).number(size).fixed(checksum);
        return delta ? writer.number(before.depth()).number(before.wholeBytes()).number(before.deltaBytes()) : writer;
    }

    /** The chain that ends with the row. */
    Chain chain() {
        return delta ? before.longer(bytes) : before;
    }

    boolean fits(byte[] content) {
        return content.length == size && checksum(content) == checksum;
    }

    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
