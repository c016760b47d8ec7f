/** How a draft becomes a version. */
@NullMarked
package dev.stet.registry.publish;

import org.jspecify.annotations.NullMarked;
