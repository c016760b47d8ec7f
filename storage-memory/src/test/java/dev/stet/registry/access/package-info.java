/** Who may do what, and what is refused. */
@NullMarked
package dev.stet.registry.access;

import org.jspecify.annotations.NullMarked;
