/**
 * The root of what Stet throws and the refusals that belong to no single part of the domain. Every other exception
 * stands beside the thing it is about.
 */
@NullMarked
package dev.stet.error;

import org.jspecify.annotations.NullMarked;
