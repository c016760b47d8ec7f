/**
 * A model of Stet in plain maps, written from its documentation alone, and the calls that can be made on the model and
 * on a registry alike.
 */
@NullMarked
package dev.stet.storage.tck.oracle;

import org.jspecify.annotations.NullMarked;
