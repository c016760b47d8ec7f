/**
 * Regular expressions of ECMA-262 in time linear in text and pattern, lookaround included. Whatever is read here may come from
 * anybody: size and depth are bounded when a pattern is read, and each search is charged for what it does.
 */
@NullMarked
package dev.stet.pattern;

import org.jspecify.annotations.NullMarked;
