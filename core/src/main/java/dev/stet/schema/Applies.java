package dev.stet.schema;

/** To what of an instance the schemas in a keyword apply. */
enum Applies {
    /** To nothing: they are there to be referred to. */
    NOWHERE,
    /** To the value that the schema around applies to. */
    HERE,
    /** To members of the object. */
    MEMBERS,
    /** To elements of the array. */
    ELEMENTS,
    /** To the names of the members. */
    NAMES
}
