package dev.stet.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time. The first is the lowest. */
final class Eight {
    /** One in each of eight bytes. */
    static final long EACH = 0x0101_0101_0101_0101L;

    /** The highest bit of each of eight bytes. */
    static final long HIGHEST = EACH << 7;

    static final long SPACES = EACH * ' ';

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Eight() {}

    static long at(byte[] bytes, int place) {
        return (long) LONGS.get(bytes, place);
    }

    static void put(byte[] bytes, int place, long eight) {
        LONGS.set(bytes, place, eight);
    }
}
