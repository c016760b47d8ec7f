/** Stores with one fault each, made of the memory store: what the kit must catch. */
@NullMarked
package dev.stet.storage.memory.broken;

import org.jspecify.annotations.NullMarked;
