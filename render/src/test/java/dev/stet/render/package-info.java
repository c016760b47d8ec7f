@NullMarked
package dev.stet.render;

import org.jspecify.annotations.NullMarked;
