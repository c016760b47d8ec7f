package dev.stet.storage.jdbc.crash;

import java.time.Duration;

/**
 * How long and with which choices crashes are tried.
 *
 * @param rounds how many on each store, each with one kill: {@code -Dstet.crash.rounds}, by default {@value #FEW}
 * @param age how old a store must be before they are counted: {@code -Dstet.crash.age} in seconds, by default
 *     {@value #SECONDS}, which is more than H2 keeps what nobody needs (45 seconds); PostgreSQL makes a checkpoint by itself
 *     after 300
 * @param seed of all choices: {@code -Dstet.crash.seed}, by default another one in every run
 */
record Settings(int rounds, Duration age, long seed) {
    private static final int FEW = 4;
    private static final int SECONDS = 60;

    static Settings ofThisRun() {
        return new Settings(
                Integer.getInteger("stet.crash.rounds", FEW),
                Duration.ofSeconds(Integer.getInteger("stet.crash.age", SECONDS)),
                Long.getLong("stet.crash.seed", System.nanoTime()));
    }
}
