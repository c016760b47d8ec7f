/** What is stored of contents, and who changed them. */
@NullMarked
package dev.stet.registry.content;

import org.jspecify.annotations.NullMarked;
