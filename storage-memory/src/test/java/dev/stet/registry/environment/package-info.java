/** What is deployed where, and what is resolved then. */
@NullMarked
package dev.stet.registry.environment;

import org.jspecify.annotations.NullMarked;
