/** Databases that fail, and connections that are lost, at every step of every call. */
@NullMarked
package dev.stet.storage.jdbc.fault;

import org.jspecify.annotations.NullMarked;
