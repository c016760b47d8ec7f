/** What outlives the death of a process or of a server, and what does not. */
@NullMarked
package dev.stet.storage.jdbc.crash;

import org.jspecify.annotations.NullMarked;
