package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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
    void idsDifferWhenTimeStandsStill() {
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.EPOCH);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertTrue(seen.add(ids.get()));
        }
    }
}
