package dev.stet.encoding;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.DamagedContentException;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;

/** Reads a content from its row and those that the row builds on, and refuses what is not as it was stored. */
final class ChainReader {
    private static final ContentLimits STORED =
            new ContentLimits(ContentLimits.DEEPEST, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final AgentKey agent;
    private final ContentHash hash;
    private final List<StoredContent> chain;

    ChainReader(AgentKey agent, ContentHash hash, List<StoredContent> chain) {
        this.agent = agent;
        this.hash = hash;
        this.chain = chain;
    }

    Content content() {
        Content content = parsed(bytes());
        if (!content.hash().equals(hash)) {
            throw damage("its bytes hash to " + content.hash());
        }
        return content;
    }

    /** The content in compact JSON, as it was stored. */
    byte[] bytes() {
        requireChain();
        Text read = new Text();
        Text other = new Text();
        try (Deflate.Inflating inflating = new Deflate.Inflating()) {
            for (int i = chain.size() - 1; i >= 0; i--) {
                Text base = read;
                read = decoded(chain.get(i), base, other, inflating);
                other = base;
            }
        }
        return checked(read.toBytes());
    }

    /** From the content asked for, each row must be followed by its base, down to a whole copy. */
    private void requireChain() {
        Optional<ContentHash> expected = Optional.of(hash);
        for (StoredContent row : chain) {
            if (!expected.equals(Optional.of(row.hash()))) {
                throw damage("the store returned content " + row.hash() + " where "
                        + expected.map(base -> "content " + base + " was due").orElse("nothing was due"));
            }
            requireKnown(row);
            boolean delta = row.encoding() == StoredContent.DELTA;
            if (delta != row.base().isPresent()) {
                throw damage(delta ? in(row) + " names no base" : in(row) + " names a base, but is a whole copy");
            }
            expected = row.base();
        }
        expected.ifPresent(missing -> {
            throw damage(
                    chain.isEmpty()
                            ? "it is missing"
                            : chain.size() >= ContentEncoding.MOST_ROWS
                                    ? "it builds on more than " + Chain.LONGEST + " others, or on itself"
                                    : "content " + missing + ", on which it builds, is missing");
        });
    }

    private void requireKnown(StoredContent row) {
        int encoding = row.encoding();
        if (encoding < StoredContent.WHOLE || encoding > StoredContent.DELTA) {
            throw damage("the encoding of " + in(row) + " is " + encoding
                    + ", which a newer release of Stet may have written");
        }
    }

    private Text decoded(StoredContent row, Text base, Text target, Deflate.Inflating inflating) {
        byte[] bytes = row.bytes();
        if (row.encoding() == StoredContent.WHOLE) {
            return target.of(bytes);
        }
        try {
            Bytes.Reader reader = new Bytes.Reader(bytes);
            Header header = Header.read(row, reader);
            if (row.encoding() == StoredContent.DEFLATED) {
                return target.of(inflating.inflated(reader.rest(), header.size()));
            }
            ByteDelta.apply(base, reader, header.size(), target, inflating);
            return target;
        } catch (DataFormatException wrong) {
            throw damage("the bytes of " + in(row) + " cannot be read: " + wrong.getMessage());
        }
    }

    /** Only what comes out at the end is held against its checksum: it is wrong wherever on the way something was. */
    private byte[] checked(byte[] bytes) {
        if (Header.find(chain.get(0)).filter(header -> header.fits(bytes)).isEmpty()) {
            throw damage("its checksum is another");
        }
        return bytes;
    }

    private Content parsed(byte[] bytes) {
        try {
            return Content.parse(bytes, STORED);
        } catch (InvalidContentException wrong) {
            throw damage("its bytes cannot be read: " + wrong.getMessage());
        }
    }

    /** Which row it is about, as seen from the content asked for. */
    private String in(StoredContent row) {
        return row.hash().equals(hash) ? "this content" : "content " + row.hash() + ", on which it builds,";
    }

    private DamagedContentException damage(String found) {
        return new DamagedContentException(agent.toString(), hash, found);
    }
}
