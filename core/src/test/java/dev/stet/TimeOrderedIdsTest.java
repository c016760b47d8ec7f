package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {
    private static final long YEAR_2200_IN_MICROS = 7_258_118_400_000_000L;

    @Property
    void idsSortByTheirMicrosecond(
            @ForAll @LongRange(min = 0, max = YEAR_2200_IN_MICROS) long micros,
            @ForAll @LongRange(min = 1, max = 10_000) long later) {
        Instant first = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        String earlierId = new TimeOrderedIds(() -> first).get();
        String laterId = new TimeOrderedIds(() -> first.plus(later, ChronoUnit.MICROS)).get();
        assertTrue(earlierId.compareTo(laterId) < 0, earlierId + " is not before " + laterId);
    }

    @Property
    void idsAreUuidsOfVersion7(@ForAll @LongRange(min = 0, max = YEAR_2200_IN_MICROS) long micros) {
        Instant now = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        UUID id = UUID.fromString(new TimeOrderedIds(() -> now).get());
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(now.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void idsOfAnyTimeThatAStoreCanKeepAreOfVersion7AndInOrder() {
        List<String> ids = Stream.of(
                        HostClock.EARLIEST,
                        Instant.parse("1969-12-31T23:59:59.999Z"),
                        Instant.parse("1970-01-01T00:00:00.001Z"),
                        HostClock.LATEST)
                .map(time -> new TimeOrderedIds(new HostClock(() -> time, Duration.ZERO)).get())
                .toList();
        ids.forEach(id -> assertEquals(7, UUID.fromString(id).version()));
        assertTrue(ids.get(1).startsWith("00000000-0000-7"), ids.get(1));
        assertTrue(ids.get(1).compareTo(ids.get(2)) < 0 && ids.get(2).compareTo(ids.get(3)) < 0, ids::toString);
    }

    @Test
    void aTimeThatNoStoreCanKeepIsRefused() {
        for (Instant time :
                List.of(Instant.MIN, Instant.MAX, HostClock.EARLIEST.minusNanos(1), HostClock.LATEST.plusMillis(1))) {
            TimeOrderedIds ids = new TimeOrderedIds(new HostClock(() -> time, Duration.ZERO));
            InvalidInputException refusal = assertThrows(InvalidInputException.class, ids::get);
            assertEquals("time of the clock", refusal.argument());
        }
    }

    @Test
    void idsDifferWhenTimeStandsStill() {
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.EPOCH);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertTrue(seen.add(ids.get()));
        }
    }
}
