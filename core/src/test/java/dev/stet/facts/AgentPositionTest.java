package dev.stet.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.agent.AgentOrder;
import dev.stet.ref.AgentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class AgentPositionTest {
    private static final AgentId ID = AgentId.of("a");

    @Provide
    Arbitrary<String> names() {
        Arbitrary<Integer> codePoints =
                Arbitraries.of(0x41, 0x7a, 0xe9, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1d11e, 0x10ffff);
        return codePoints.list().ofMaxSize(4).map(AgentPositionTest::text);
    }

    @Property
    void namesSortAsTheirUtf8BytesDo(@ForAll("names") String one, @ForAll("names") String other) {
        int byName = AgentPosition.comparator(AgentOrder.BY_NAME).compare(at(0, one), at(0, other));
        int byBytes =
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        assertEquals(Integer.signum(byBytes), Integer.signum(byName));
    }

    @Property
    void newestComesFirst(@ForAll short one, @ForAll short other) {
        int newest = AgentPosition.comparator(AgentOrder.NEWEST_FIRST).compare(at(one, "n"), at(other, "n"));
        assertEquals(Integer.signum(Short.compare(other, one)), Integer.signum(newest));
    }

    @Property
    void tiesAreBrokenByIdInBothOrders(@ForAll AgentOrder order) {
        AgentPosition first = new AgentPosition(Instant.EPOCH, "n", AgentId.of("A"));
        AgentPosition second = new AgentPosition(Instant.EPOCH, "n", AgentId.of("a"));
        assertTrue(AgentPosition.comparator(order).compare(first, second) < 0);
    }

    private static AgentPosition at(long seconds, String name) {
        return new AgentPosition(Instant.ofEpochSecond(seconds), name, ID);
    }

    private static String text(Iterable<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }
}
