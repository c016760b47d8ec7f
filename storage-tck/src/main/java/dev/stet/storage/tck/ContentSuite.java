package dev.stet.storage.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.storage.ContentRow;
import dev.stet.storage.StoredContent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contents that build on each other: a store follows their bases, and lists them without their bytes. */
public abstract class ContentSuite extends StorageSuite {
    private static final Rows ROWS = Rows.of("w", "desk");
    private static final int ALL = 100;

    private static StoredContent content(String name, Optional<String> base) {
        return new StoredContent(Rows.hash(name), base.map(Rows::hash), 3, name.getBytes(UTF_8));
    }

    @Test
    void aChainComesFromAContentToWhatItBuildsOn() {
        Changes change = ROWS.named("desk", 0).content(content("0", Optional.empty()));
        IntStream.rangeClosed(1, 60)
                .forEach(i -> change.content(content(Integer.toString(i), Optional.of(Integer.toString(i - 1)))));
        change.content(content("beside", Optional.of("30")));
        change.applyTo(store());
        assertEquals(names(60, 0), chain("60", ALL));
        assertEquals(names(60, 0), chain("60", 61));
        assertEquals(names(60, 1), chain("60", 60));
        assertEquals(names(7, 4), chain("7", 4));
        assertEquals(List.of("7"), chain("7", 1));
        assertEquals(List.of(), chain("7", 0));
        assertEquals(List.of("0"), chain("0", ALL));
        assertEquals(List.of("beside", "30", "29"), chain("beside", 3));
        assertEquals(List.of(), chain("none", ALL));
    }

    /** What follows from it is not for the store to say. */
    @Test
    void aChainEndsWhereABaseIsMissing() {
        ROWS.named("desk", 0)
                .content(content("1", Optional.of("lost")))
                .content(content("2", Optional.of("1")))
                .applyTo(store());
        assertEquals(List.of("2", "1"), chain("2", ALL));
    }

    @Test
    void basesInACircleAreReturnedAsOftenAsAskedFor() {
        ROWS.named("desk", 0)
                .content(content("1", Optional.of("2")))
                .content(content("2", Optional.of("1")))
                .content(content("self", Optional.of("self")))
                .applyTo(store());
        assertEquals(List.of("2", "1", "2", "1", "2"), chain("2", 5));
        assertEquals(Collections.nCopies(9, "self"), chain("self", 9));
    }

    @Promise(9)
    @Test
    void theBaseOfAnotherAgentIsNone() {
        Rows.of("w", "other")
                .named("other", 0)
                .content(content("base", Optional.empty()))
                .applyTo(store());
        Rows.of("v", "desk")
                .named("desk", 0)
                .content(content("base", Optional.empty()))
                .applyTo(store());
        ROWS.named("desk", 0).content(content("delta", Optional.of("base"))).applyTo(store());
        assertEquals(List.of("delta"), chain("delta", ALL));
    }

    @Test
    void contentsAreListedByHashWithoutTheirBytes() {
        Changes change = ROWS.named("desk", 0).content(content("0", Optional.empty()));
        IntStream.rangeClosed(1, 6).forEach(i -> change.content(content("x".repeat(i), Optional.of("0"))));
        change.applyTo(store());
        Rows.of("w", "other")
                .named("other", 0)
                .content(content("other", Optional.empty()))
                .applyTo(store());
        List<ContentRow> all = store().listContents(ROWS.key(), Optional.empty(), ALL);
        assertEquals(7, all.size());
        assertEquals(
                all.stream().map(row -> row.hash().hex()).sorted().toList(),
                all.stream().map(row -> row.hash().hex()).toList());
        for (ContentRow row : all) {
            StoredContent stored = findContent(ROWS.key(), row.hash()).orElseThrow();
            assertEquals(new ContentRow(stored.hash(), stored.base(), stored.length()), row);
        }
        for (int i = 0; i < all.size(); i++) {
            Optional<ContentHash> after = Optional.of(all.get(i).hash());
            assertEquals(all.subList(i + 1, all.size()), store().listContents(ROWS.key(), after, ALL));
            assertEquals(all.subList(0, i), store().listContents(ROWS.key(), Optional.empty(), i));
        }
        assertEquals(List.of(), store().listContents(AgentKey.of("v", "desk"), Optional.empty(), ALL));
    }

    private List<String> chain(String name, int limit) {
        return store().listContentChain(ROWS.key(), Rows.hash(name), limit).stream()
                .map(row -> new String(row.bytes(), UTF_8))
                .toList();
    }

    private static List<String> names(int from, int to) {
        return IntStream.rangeClosed(to, from)
                .mapToObj(i -> Integer.toString(from + to - i))
                .toList();
    }
}
