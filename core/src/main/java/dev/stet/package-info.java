/** The registry: where a host enters, and the calls it makes. Begin at {@link dev.stet.Stet}. */
@NullMarked
package dev.stet;

import org.jspecify.annotations.NullMarked;
