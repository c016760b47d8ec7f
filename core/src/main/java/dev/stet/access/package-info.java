/** Who may do what, and who did what. */
@NullMarked
package dev.stet.access;

import org.jspecify.annotations.NullMarked;
