/**
 * What a registry does: the rules of Stet, which no store can get wrong, and so are tried on one. Begin at
 * {@link dev.stet.registry.FrontDesk}.
 */
@NullMarked
package dev.stet.registry;

import org.jspecify.annotations.NullMarked;
