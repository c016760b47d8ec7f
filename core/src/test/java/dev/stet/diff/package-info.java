@NullMarked
package dev.stet.diff;

import org.jspecify.annotations.NullMarked;
