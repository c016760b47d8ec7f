package dev.stet.rules;

import dev.stet.content.ContentHash;
import dev.stet.facts.ContentRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the stored contents of an agent build on each other. */
final class ContentWeb {
    private final Map<ContentHash, ContentRow> rows = new HashMap<>();

    ContentWeb(List<ContentRow> contents) {
        contents.forEach(row -> rows.put(row.hash(), row));
    }

    /**
     * The contents that go when only these are named by something: all but them and what they build on. Each comes before
     * what it builds on, so that dropping some of them from the first on leaves none whose base is gone: should the same
     * content be saved again, it would be found there.
     */
    List<ContentRow> unneeded(Collection<ContentHash> named) {
        Set<ContentHash> needed = new HashSet<>();
        for (ContentHash hash : named) {
            Optional<ContentHash> next = Optional.of(hash);
            while (next.isPresent() && needed.add(next.get())) {
                next = base(next.get());
            }
        }
        return rows.values().stream()
                .filter(row -> !needed.contains(row.hash()))
                .sorted(Comparator.comparingInt(this::depth)
                        .reversed()
                        .thenComparing(row -> row.hash().hex()))
                .toList();
    }

    /** On how many others a content builds; of damaged rows that build on each other in a circle, all of them. */
    private int depth(ContentRow row) {
        int depth = 0;
        Optional<ContentHash> next = row.base();
        while (next.isPresent() && depth <= rows.size()) {
            depth++;
            next = base(next.get());
        }
        return depth;
    }

    private Optional<ContentHash> base(ContentHash hash) {
        return Optional.ofNullable(rows.get(hash)).flatMap(ContentRow::base);
    }
}
