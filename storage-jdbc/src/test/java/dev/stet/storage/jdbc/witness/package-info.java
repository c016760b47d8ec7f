/**
 * Programs in processes of their own that change a store and tell what they were told, and the check of what the store
 * holds against that: see {@link dev.stet.storage.jdbc.witness.Witness} and
 * {@link dev.stet.storage.jdbc.witness.Examination}.
 */
@NullMarked
package dev.stet.storage.jdbc.witness;

import org.jspecify.annotations.NullMarked;
