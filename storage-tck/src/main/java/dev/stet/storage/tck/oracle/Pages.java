package dev.stet.storage.tck.oracle;

import dev.stet.Listing;
import dev.stet.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists, read to their end. */
public final class Pages {
    private static final int SIZE = 3;

    private Pages() {}

    /** All items of a list, gathered over several pages. */
    public static <T> List<T> all(Function<Range, Listing<T>> list) {
        return all(list, SIZE);
    }

    /** All items of a list, gathered over pages of a size. */
    public static <T> List<T> all(Function<Range, Listing<T>> list, int size) {
        List<T> items = new ArrayList<>();
        Listing<T> page = list.apply(Range.first(size));
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = list.apply(Range.after(page.next().get(), size));
            items.addAll(page.items());
        }
        return items;
    }
}
