@NullMarked
package dev.stet.align;

import org.jspecify.annotations.NullMarked;
