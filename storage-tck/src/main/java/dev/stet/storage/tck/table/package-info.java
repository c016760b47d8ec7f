/** Tables that no part of Stet knows, with what the suites of the kit need to fill them and to tell what a store owes them. */
@NullMarked
package dev.stet.storage.tck.table;

import org.jspecify.annotations.NullMarked;
