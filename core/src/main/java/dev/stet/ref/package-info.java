/** How things are named: ids, and references to one content of an agent. */
@NullMarked
package dev.stet.ref;

import org.jspecify.annotations.NullMarked;
