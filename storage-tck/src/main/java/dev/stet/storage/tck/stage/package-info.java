/**
 * What suites of the kit and tests of rules act on alike: an agent with a past, callers who meet, and a look at what became
 * of it all. Not exported: no store needs it.
 */
@NullMarked
package dev.stet.storage.tck.stage;

import org.jspecify.annotations.NullMarked;
