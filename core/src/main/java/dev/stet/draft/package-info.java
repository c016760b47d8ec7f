/** Drafts: mutable working copies, their numbered revisions, and the edits they take. */
@NullMarked
package dev.stet.draft;

import org.jspecify.annotations.NullMarked;
