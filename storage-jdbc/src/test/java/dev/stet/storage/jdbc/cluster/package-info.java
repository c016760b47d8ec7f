/**
 * Real clusters, whose nodes are killed while several applications write. Only the Maven profile {@code clusters} runs
 * these tests; {@code src/test/cluster} has the scripts that install and run the servers.
 */
@NullMarked
package dev.stet.storage.jdbc.cluster;

import org.jspecify.annotations.NullMarked;
