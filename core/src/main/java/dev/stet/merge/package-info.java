/** Three-way merges of contents: what two sides made of one base, brought together; what cannot be, as data. */
@NullMarked
package dev.stet.merge;

import org.jspecify.annotations.NullMarked;
