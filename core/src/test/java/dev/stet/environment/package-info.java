@NullMarked
package dev.stet.environment;

import org.jspecify.annotations.NullMarked;
