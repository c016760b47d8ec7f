@NullMarked
package dev.stet.encoding;

import org.jspecify.annotations.NullMarked;
