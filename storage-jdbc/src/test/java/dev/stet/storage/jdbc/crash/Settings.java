package dev.stet.storage.jdbc.crash;

/**
 * How long and with which choices crashes are tried.
 *
 * @param rounds how many on each engine, each with one kill: {@code -Dstet.crash.rounds}, by default {@value #FEW}
 * @param seed of all choices: {@code -Dstet.crash.seed}, by default another one in every run
 */
record Settings(int rounds, long seed) {
    private static final int FEW = 4;

    static Settings ofThisRun() {
        return new Settings(
                Integer.getInteger("stet.crash.rounds", FEW), Long.getLong("stet.crash.seed", System.nanoTime()));
    }
}
