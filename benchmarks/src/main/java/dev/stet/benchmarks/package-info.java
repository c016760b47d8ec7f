/** What the calls cost, each beside the work that bounds it. */
@NullMarked
package dev.stet.benchmarks;

import org.jspecify.annotations.NullMarked;
