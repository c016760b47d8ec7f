/** What Stet keeps: a table for each kind of fact, and the one way in which a fact is written into a row and read from it. */
@NullMarked
package dev.stet.facts;

import org.jspecify.annotations.NullMarked;
