package dev.stet.schema;

/** What a schema may hold and what a check may cost. Real pages and their schemas are far from all of these. */
final class Limits {

    /** Levels of nesting of a schema document. */
    static final int SCHEMA_DEPTH = 64;

    /** How many schemas may apply to one value because one refers to, or holds, the next. */
    static final int IN_A_ROW = 64;

    /** Levels of nesting of an instance. */
    static final int INSTANCE_DEPTH = 128;

    /** Digits of a number when it is written out without exponent, in schemas and instances. */
    static final int WRITTEN_OUT = 1_000;

    /** Keywords, names and indexes on the way from the root of a schema to a keyword that is being checked. */
    static final int EVALUATION_DEPTH = 512;

    /** Findings told of one check; one more says that there are more. */
    static final int FINDINGS = 1_000;

    /** Steps of one check; each is a keyword, or about as much work as one. */
    static final long STEPS = 5_000_000;

    /** The same where a schema of the usual size is checked against its meta-schema. */
    static final long META_STEPS = 10_000_000;

    /** Steps of one search for hidden places. */
    static final long HIDING_STEPS = 500_000;

    /** Instructions of all compiled patterns of a schema. */
    static final int PATTERNS_SIZE = 100_000;

    /** Characters of a text that a format is checked on. */
    static final int FORMAT_LENGTH = 2_048;

    private Limits() {}
}
