@NullMarked
package dev.stet.schema;

import org.jspecify.annotations.NullMarked;
