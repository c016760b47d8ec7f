/** What a host keeps of an agent's history, and what a retention run would drop, told beforehand. */
@NullMarked
package dev.stet.retention;

import org.jspecify.annotations.NullMarked;
