package dev.stet.schema;

import tools.jackson.databind.JsonNode;

/** What a keyword demands of a value by itself, without other schemas. Immutable. */
@FunctionalInterface
interface Assertion {

    /** Tells each way in which the value does not do what is demanded. */
    void check(JsonNode value, Report report);

    /** Where a keyword tells what it found, and what it pays its work from. */
    interface Report {

        /** The value itself is not what is demanded. */
        void value();

        /** The member of this name, there or missing, is not. */
        void member(String name);

        /** The element at this index is not. */
        void element(int index);

        /** The check that goes on. */
        Budget budget();
    }
}
