package dev.stet.schema;

import dev.stet.error.InvalidInputException;

/**
 * How large a schema may be. The work of one check stays bounded whatever these are; what grows with them is the work of
 * compiling a schema, and the heap that it takes.
 *
 * @param maxBytes bytes of the document as compact JSON; at least 2
 * @param maxSchemas schemas in one document, counting every place where one stands; at least 1
 */
public record SchemaLimits(int maxBytes, int maxSchemas) {

    /** 256 KiB and 5,000 schemas. */
    public static final SchemaLimits DEFAULT = new SchemaLimits(256 * 1024, 5_000);

    /**
     * Limits as given.
     *
     * @throws InvalidInputException if one is outside of its range
     */
    public SchemaLimits {
        if (maxBytes < 2) {
            throw new InvalidInputException("maxBytes", "at least 2", "" + maxBytes);
        }
        if (maxSchemas < 1) {
            throw new InvalidInputException("maxSchemas", "at least 1", "" + maxSchemas);
        }
    }

    /** These limits with another length. */
    public SchemaLimits withMaxBytes(int bytes) {
        return new SchemaLimits(bytes, maxSchemas);
    }

    /** These limits with another number of schemas. */
    public SchemaLimits withMaxSchemas(int schemas) {
        return new SchemaLimits(maxBytes, schemas);
    }

    /** Steps that checking such a document against its meta-schema may take. */
    long steps() {
        return Limits.META_STEPS * Math.max(1, maxBytes / DEFAULT.maxBytes);
    }
}
