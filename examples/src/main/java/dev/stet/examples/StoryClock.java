package dev.stet.examples;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A clock that shows what the story says: the same day is told every time. All times are UTC. */
final class StoryClock implements InstantSource {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FACE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Instant now = instantAt("00:00");

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the clock. */
    void at(String time) {
        now = instantAt(time);
    }

    /** The instant at which this clock shows this time. */
    Instant instantAt(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    String date() {
        return DATE.format(DAY);
    }

    /** How a clock shows an instant: {@code 10:42}. */
    static String face(Instant instant) {
        return FACE.format(instant);
    }
}
