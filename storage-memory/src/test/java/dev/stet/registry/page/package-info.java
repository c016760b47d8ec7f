/** The config pages of environments. */
@NullMarked
package dev.stet.registry.page;

import org.jspecify.annotations.NullMarked;
