/** Calls that are made again. */
@NullMarked
package dev.stet.registry.request;

import org.jspecify.annotations.NullMarked;
