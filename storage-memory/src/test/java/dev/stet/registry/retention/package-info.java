/** What may be dropped of a history, and what stays. */
@NullMarked
package dev.stet.registry.retention;

import org.jspecify.annotations.NullMarked;
