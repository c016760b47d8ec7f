/**
 * Real database engines for tests: {@link dev.stet.storage.jdbc.engine.Engine} makes empty databases on each of them,
 * {@link dev.stet.storage.jdbc.engine.DatabaseServer} is a server that can be killed.
 */
@NullMarked
package dev.stet.storage.jdbc.engine;

import org.jspecify.annotations.NullMarked;
