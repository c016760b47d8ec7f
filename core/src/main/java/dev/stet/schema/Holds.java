package dev.stet.schema;

/** What of a keyword's value is a schema. */
enum Holds {
    /** Nothing. */
    NOTHING,
    /** The value. */
    ONE,
    /** Each element of the value, or the value itself. */
    ONE_OR_MANY,
    /** The value of each member. */
    BY_NAME
}
