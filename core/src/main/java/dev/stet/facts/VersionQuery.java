package dev.stet.facts;

import dev.stet.version.VersionFilter;

/**
 * Which versions of an agent to list, newest first.
 *
 * @param filter which of them
 * @param before only those with a lower number
 * @param offset how many of those to pass over
 * @param limit how many to return at most
 */
public record VersionQuery(VersionFilter filter, long before, long offset, int limit) {}
