/** What writers in many threads and processes do to each other, and what they do not. */
@NullMarked
package dev.stet.storage.jdbc.contention;

import org.jspecify.annotations.NullMarked;
