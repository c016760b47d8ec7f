@NullMarked
package dev.stet.pattern;

import org.jspecify.annotations.NullMarked;
