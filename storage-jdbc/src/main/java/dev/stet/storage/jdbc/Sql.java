package dev.stet.storage.jdbc;

/** One statement and the values of its parameters. */
record Sql(String text, Arguments arguments) {}
