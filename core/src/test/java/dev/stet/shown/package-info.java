@NullMarked
package dev.stet.shown;

import org.jspecify.annotations.NullMarked;
