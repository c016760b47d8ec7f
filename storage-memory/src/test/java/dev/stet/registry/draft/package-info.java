/** Drafts: opened, saved, restored and discarded. */
@NullMarked
package dev.stet.registry.draft;

import org.jspecify.annotations.NullMarked;
