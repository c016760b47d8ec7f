/** The store in memory: a {@link dev.stet.storage.memory.MemoryStorage} is all a host needs of it. */
@NullMarked
package dev.stet.storage.memory;

import org.jspecify.annotations.NullMarked;
