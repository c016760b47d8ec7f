/**
 * The contract that every store of Stet keeps, as tests to be run on it: what a store can get wrong, and no rule of Stet that is the same
 * on every store. A store is done when they pass:
 *
 * <pre>{@code
 * class PostgresStorageTest extends StorageContract {
 *     @Override
 *     protected StorageFixture fixture() {
 *         return new PostgresFixture(); // declaration(), open(catalogue), close()
 *     }
 * }
 * }</pre>
 *
 * <p>To work on one part at a time, extend a single suite instead of
 * {@link dev.stet.storage.tck.StorageContract}; each has the same one method to be given. JUnit Jupiter and jqwik must
 * both be among the engines that run. How many tries {@link dev.stet.storage.tck.ScanSuite},
 * {@link dev.stet.storage.tck.RandomChangeSuite} and {@link dev.stet.storage.tck.ModelSuite} make is set in
 * {@code junit-platform.properties}, or by {@code -Djqwik.tries.default=100000} for a long run.
 *
 * <p>Every store is opened for the tables of Stet and for some of the kit's own, of which no part of Stet knows anything. Where to
 * begin: {@link dev.stet.storage.tck.TableSuite}, then {@link dev.stet.storage.tck.ValueSuite},
 * {@link dev.stet.storage.tck.ScanSuite}, {@link dev.stet.storage.tck.LinkSuite} and {@link dev.stet.storage.tck.ChainSuite}. A store
 * that passes those finds little more to do in the suites of agents.
 *
 * <p>No test skips, none sleeps, and none passes on a store that does nothing. Tests that bear a promise of Stet carry
 * its number in {@link dev.stet.storage.tck.Promise}.
 */
@NullMarked
package dev.stet.storage.tck;

import org.jspecify.annotations.NullMarked;
