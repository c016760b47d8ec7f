/** The rules that every argument meets before permission is asked and before the store hears of it. */
@NullMarked
package dev.stet.input;

import org.jspecify.annotations.NullMarked;
