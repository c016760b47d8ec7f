/** The storage SPI: one atomic write and a handful of reads. Stores carry no rules. */
@NullMarked
package dev.stet.storage;

import org.jspecify.annotations.NullMarked;
