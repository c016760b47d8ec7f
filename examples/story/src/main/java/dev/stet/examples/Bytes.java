package dev.stet.examples;

import java.util.Locale;

/** An amount of bytes. */
record Bytes(long count) {
    private static final double KILO = 1_000;

    /** In words people read: {@code 21.9 KB}. */
    @Override
    public String toString() {
        if (count < KILO) {
            return count + " B";
        }
        return count < KILO * KILO ? scaled("KB", KILO) : scaled("MB", KILO * KILO);
    }

    private String scaled(String unit, double size) {
        return String.format(Locale.ROOT, "%.1f %s", count / size, unit);
    }
}
