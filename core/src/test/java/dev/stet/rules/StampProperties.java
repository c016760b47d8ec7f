package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.agent.Head;
import dev.stet.agent.Leap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the times of changes, whatever the clocks say. All is told in minutes; the clocks are an hour apart at most. */
final class StampProperties {
    private static final Duration TOLERANCE = Duration.ofHours(1);
    private static final int HOUR = 60;

    private static Instant minute(long minutes) {
        return Known.NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Head head(Stamp stamp) {
        return new Head(1, stamp.at(), 0, 0, 0, new TreeSet<>(), stamp.leap());
    }

    private static Stamp next(Stamp last, Instant now) {
        return Stamp.next(head(last), now, TOLERANCE);
    }

    /** As a rule counts it when its clock is far ahead. */
    private static Instant ages(Stamp stamp) {
        return Stamp.ofAges(head(stamp), minute(1_000_000));
    }

    /** The agent is as old as noon. */
    private static Stamp born() {
        return Stamp.first(minute(0));
    }

    @Provide
    Arbitrary<List<Integer>> clocks() {
        return Arbitraries.integers().between(-5 * HOUR, 50 * HOUR).list().ofMaxSize(12);
    }

    /** The time that went by between changes by clocks that are right. */
    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, HOUR).list().ofMaxSize(60);
    }

    @Property
    void timeNeverRunsBackwardsAndNoChangeWasEarlierThanAtItsEarliest(@ForAll("clocks") List<Integer> clocks) {
        Stamp last = born();
        for (int clock : clocks) {
            Instant now = minute(clock);
            Stamp stamp = next(last, now);
            assertEquals(now.isAfter(last.at()) ? now : last.at(), stamp.at());
            assertTrue(stamp.earliest().filter(stamp.at()::isBefore).isEmpty());
            boolean apart = Duration.between(last.at(), now).abs().compareTo(TOLERANCE) > 0;
            assertTrue(!apart || stamp.earliest().isPresent());
            assertTrue(stamp.earliest().isPresent() || stamp.leap().isEmpty());
            last = stamp;
        }
    }

    @Property
    void aLeapInDoubtBeganBeforeItsChangesAndEndsLater(@ForAll("clocks") List<Integer> clocks) {
        Stamp last = born();
        for (int clock : clocks) {
            Stamp stamp = next(last, minute(clock));
            Optional<Leap> leap = stamp.leap();
            assertTrue(leap.filter(found -> found.from().isAfter(stamp.at())).isEmpty());
            assertTrue(leap.filter(found -> !found.until().isAfter(stamp.at())).isEmpty());
            assertTrue(!ages(stamp).isAfter(stamp.at()));
            assertEquals(leap.map(Leap::from).orElse(stamp.at()), ages(stamp));
            assertEquals(minute(-6 * HOUR), Stamp.ofAges(head(stamp), minute(-6 * HOUR)));
            last = stamp;
        }
    }

    @Property
    void clocksThatAgreeLeaveNothingInDoubt(@ForAll("steps") List<Integer> steps) {
        Stamp last = born();
        long now = 0;
        for (int step : steps) {
            now += step;
            Stamp stamp = next(last, minute(now));
            assertEquals(new Stamp(minute(now), Optional.empty(), Optional.empty()), stamp);
            last = stamp;
        }
    }

    @Property
    void oneClockThatIsAheadMakesNothingOlder(
            @ForAll("steps") List<Integer> before,
            @ForAll @IntRange(max = 100 * HOUR) int ahead,
            @ForAll("steps") List<Integer> after) {
        Stamp last = born();
        long now = 0;
        for (int step : before) {
            now += step;
            last = next(last, minute(now));
        }
        last = next(last, minute(now + ahead));
        assertTrue(!ages(last).isAfter(minute(now).plus(TOLERANCE)));
        for (int step : after) {
            now += step;
            last = next(last, minute(now));
            assertTrue(!ages(last).isAfter(minute(now).plus(TOLERANCE)));
        }
    }

    @Property
    void timeThatWentByCountsOnceAsMuchWentByAgain(@ForAll @IntRange(min = HOUR + 1, max = 50 * HOUR) int pause) {
        Stamp last = next(born(), minute(pause));
        assertEquals(Optional.of(new Leap(minute(0), minute(2L * pause))), last.leap());
        assertEquals(Optional.of(minute(0)), last.earliest());
        for (long now = (long) pause + HOUR; now < 2L * pause; now += HOUR) {
            last = next(last, minute(now));
            assertEquals(Optional.of(minute(0)), last.earliest());
            assertEquals(minute(0), ages(last));
        }
        last = next(last, minute(2L * pause));
        assertEquals(new Stamp(minute(2L * pause), Optional.empty(), Optional.empty()), last);
    }

    @Example
    void aShorterLeapAfterOneThatCountsWaitsForItselfOnly() {
        Stamp first = next(born(), minute(10 * HOUR));
        Stamp counted = next(first, minute(20 * HOUR));
        assertEquals(Optional.of(new Leap(minute(10 * HOUR), minute(30 * HOUR))), counted.leap());
        Stamp longer = next(first, minute(21 * HOUR));
        assertEquals(Optional.of(new Leap(minute(0), minute(32 * HOUR))), longer.leap());
        Stamp within = next(first, minute(12 * HOUR));
        assertEquals(Optional.of(new Leap(minute(0), minute(20 * HOUR))), within.leap());
    }

    @Example
    void aClockThatDidNotFollowTheLeapBringsItsBeginningForwardByStepsWithinTheTolerance() {
        Stamp ahead = next(born(), minute(10 * HOUR));
        Stamp behind = next(ahead, minute(HOUR));
        assertEquals(minute(10 * HOUR), behind.at());
        assertEquals(Optional.of(minute(HOUR)), behind.earliest());
        assertEquals(Optional.of(new Leap(minute(HOUR), minute(20 * HOUR))), behind.leap());
        assertEquals(ahead.leap(), next(ahead, minute(2 * HOUR)).leap());
        Stamp before = next(ahead, minute(-2 * HOUR));
        assertEquals(Optional.of(minute(0)), before.earliest());
        assertEquals(ahead.leap(), before.leap());
    }

    @Example
    void aClockThatIsFarBehindLeavesNoLeap() {
        Stamp behind = next(born(), minute(-2 * HOUR));
        assertEquals(new Stamp(minute(0), Optional.of(minute(-2 * HOUR)), Optional.empty()), behind);
        assertFalse(next(behind, minute(1)).earliest().isPresent());
    }
}
