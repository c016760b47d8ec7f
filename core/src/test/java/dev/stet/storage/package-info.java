@NullMarked
package dev.stet.storage;

import org.jspecify.annotations.NullMarked;
