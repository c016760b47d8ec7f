@NullMarked
package dev.stet.merge;

import org.jspecify.annotations.NullMarked;
