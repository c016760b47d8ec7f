/** Changes of one agent that meet. */
@NullMarked
package dev.stet.registry.meeting;

import org.jspecify.annotations.NullMarked;
