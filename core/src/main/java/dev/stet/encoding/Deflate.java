package dev.stet.encoding;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Raw DEFLATE, RFC 1951: without header and checksum, and with a dictionary that both sides know. The best level takes a tenth to a third more
 * time than the default, and makes nothing half a percent shorter.
 */
final class Deflate {
    /** DEFLATE makes no byte of more than this many; what claims to is damaged. */
    private static final int MOST_PER_BYTE = 1032;

    private static final byte[] NO_DICTIONARY = {};

    private Deflate() {}

    static byte[] deflated(byte[] bytes) {
        return deflated(bytes, NO_DICTIONARY);
    }

    /** With a dictionary, which is of no use as far as it is longer than 32 KB. */
    static byte[] deflated(byte[] bytes, byte[] dictionary) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes);
            deflater.finish();
            byte[] part = new byte[Math.max(64, bytes.length / 4)];
            Bytes.Writer all = new Bytes.Writer(part.length);
            while (!deflater.finished()) {
                all.all(part, 0, deflater.deflate(part));
            }
            return all.toBytes();
        } finally {
            deflater.end();
        }
    }

    /** Inflates any number of times; to be closed, as it holds memory outside of the heap. */
    static final class Inflating implements AutoCloseable {
        private final Inflater inflater = new Inflater(true);

        /**
         * @param size how many bytes come out; nothing is set aside for more than the input can make
         * @throws DataFormatException when it is not the input that makes exactly so many
         */
        byte[] inflated(byte[] bytes, int size) throws DataFormatException {
            return inflated(bytes, size, NO_DICTIONARY);
        }

        /** The same with a dictionary. */
        byte[] inflated(byte[] bytes, int size, byte[] dictionary) throws DataFormatException {
            if (size > (long) MOST_PER_BYTE * bytes.length) {
                throw new DataFormatException(bytes.length + " bytes cannot be " + size + " deflated ones");
            }
            inflater.reset();
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
            inflater.setInput(bytes);
            byte[] out = new byte[size];
            int length = 0;
            while (length < size) {
                int count = inflater.inflate(out, length, size - length);
                if (count == 0) {
                    throw new DataFormatException("they inflate to " + length + " bytes instead of " + size);
                }
                length += count;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() > 0) {
                throw new DataFormatException("they inflate to more than " + size + " bytes");
            }
            return out;
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
