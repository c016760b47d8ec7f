/**
 * What a newcomer runs and copies. Begin with {@link dev.stet.examples.Quickstart}; the chapters of its story, from
 * {@code OpeningDay} to {@code ClosingTime}, are the calls an application makes, in the order in which it meets them.
 */
@NullMarked
package dev.stet.examples;

import org.jspecify.annotations.NullMarked;
