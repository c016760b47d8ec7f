package dev.stet.examples;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** A clock that shows what the story says: the same days are told every time. All times are UTC. */
final class StoryClock implements InstantSource {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final Set<DayOfWeek> DAYS_OFF = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FACE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_MONTH =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private LocalDate day = FIRST_DAY;
    private Instant now = instantAt("00:00");

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the clock. */
    void at(String time) {
        now = instantAt(time);
    }

    /** Turns to the first working day after that of {@code last}. */
    void turnToTheDayAfter(Instant last) {
        day = LocalDate.ofInstant(last, ZoneOffset.UTC).plusDays(1);
        while (DAYS_OFF.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        at("00:00");
    }

    /** The instant at which this clock shows this time on the day it is at. */
    Instant instantAt(String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    String date() {
        return DATE.format(day);
    }

    /** The date as part of an id: {@code 20260310}. */
    String digits() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** An instant in a list: {@code 10:42} on the day of this clock, {@code 10 Mar} on another. */
    String briefly(Instant instant) {
        boolean today = LocalDate.ofInstant(instant, ZoneOffset.UTC).equals(day);
        return today ? face(instant) : DAY_AND_MONTH.format(instant);
    }

    /** An instant of any day: {@code 10 Mar 10:42}. */
    static String dayAndTime(Instant instant) {
        return DAY_AND_MONTH.format(instant) + " " + face(instant);
    }

    /** How a clock shows an instant: {@code 10:42}. */
    static String face(Instant instant) {
        return FACE.format(instant);
    }
}
