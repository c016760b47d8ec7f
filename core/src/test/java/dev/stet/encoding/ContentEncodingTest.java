package dev.stet.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import dev.stet.facts.StoredContent;
import dev.stet.ref.AgentKey;
import dev.stet.storage.DamagedContentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ContentEncodingTest {
    private static final AgentKey AGENT = AgentKey.of("acme", "front-desk");
    private static final Content CONTENT = Content.parse(
            "{\"prompt\":{\"system\":\"Greet the caller, then ask how you can help.\"},\"model\":{\"temperature\":0.20}}");
    private static final Map<String, List<Content>> HISTORIES = Histories.all();
    private static final List<StoredContent> LONG_CHAIN = longestChain();

    /** Promise 3, over whole histories: each content comes back as it was, within the bounds of its chain. */
    @TestFactory
    Stream<DynamicTest> everyContentOfAHistoryComesBack() {
        return HISTORIES.entrySet().stream()
                .map(history -> dynamicTest(history.getKey(), () -> requireReadable(history.getValue())));
    }

    private static void requireReadable(List<Content> history) {
        Chains chains = new Chains();
        for (Content content : history) {
            chains.add(content);
            List<StoredContent> chain = chains.last();
            Content read = ContentEncoding.decoded(AGENT, content.hash(), chain);
            assertEquals(content, read);
            assertEquals(content.toJson(), read.toJson());
            int deltas = chain.size() - 1;
            long whole = chain.get(deltas).length();
            long all = chain.stream().mapToLong(StoredContent::length).sum();
            assertTrue(deltas <= Chain.LONGEST && all <= (1 + Chain.HEAVIEST) * whole, () -> "a chain of " + chain);
        }
    }

    @Test
    void aSmallChangeOfALargeContentIsStoredInAFewBytes() {
        List<Content> history = HISTORIES.get("made up");
        Content large = history.get(0);
        Content changed = large.withSection("node 7", CONTENT.root());
        StoredContent whole = ContentEncoding.encoded(large);
        StoredContent delta =
                ContentEncoding.encoded(changed, Base.of(whole, large).orElseThrow());
        assertEquals(StoredContent.DEFLATED, whole.encoding());
        assertEquals(StoredContent.DELTA, delta.encoding());
        assertEquals(Optional.of(large.hash()), delta.base());
        assertTrue(delta.length() < 150 && whole.length() < large.size() / 2, () -> whole + " and " + delta);
    }

    @Test
    void whatDoesNotGetShorterIsKeptAsItIs() {
        StoredContent stored = ContentEncoding.encoded(Content.empty());
        assertEquals(StoredContent.WHOLE, stored.encoding());
        assertEquals(Content.empty(), ContentEncoding.decoded(AGENT, stored.hash(), List.of(stored)));
    }

    /** Of equal contents, the store has one spelling: no delta can be made against another. */
    @Test
    void aContentInAnotherSpellingIsNoBase() {
        Content stored = Content.parse("{\"a\":{\"x\":1.0,\"y\":2},\"b\":[]}");
        Content other = Content.parse("{\"b\":[],\"a\":{\"y\":2,\"x\":1.0}}");
        assertEquals(stored, other);
        for (StoredContent row : List.of(ContentEncoding.encoded(stored), whole(stored))) {
            assertTrue(Base.of(row, stored).isPresent());
            assertEquals(Optional.empty(), Base.of(row, other));
        }
    }

    @Test
    void aWholeCopyOfTheFirstReleaseIsReadAsEver() {
        assertEquals(CONTENT, ContentEncoding.decoded(AGENT, CONTENT.hash(), List.of(whole(CONTENT))));
    }

    /** Promise 3: a changed bit in any row of a chain never reads as the content it is said to be. */
    @Property
    void anyDamagedBitIsFoundOrMeansTheSame(
            @ForAll @IntRange(max = 60) int row,
            @ForAll @IntRange(max = 99_999) int place,
            @ForAll @IntRange(max = 7) int bit) {
        List<StoredContent> chain = new ArrayList<>(LONG_CHAIN);
        int damaged = row % chain.size();
        byte[] bytes = chain.get(damaged).bytes();
        bytes[place % bytes.length] ^= (byte) (1 << bit);
        chain.set(damaged, with(chain.get(damaged), bytes));
        requireFoundOrSame(chain);
    }

    @Property(tries = 200)
    void cutBytesAreFound(@ForAll @IntRange(max = 60) int row, @ForAll @IntRange(max = 99_999) int place) {
        List<StoredContent> chain = new ArrayList<>(LONG_CHAIN);
        int damaged = row % chain.size();
        byte[] bytes = chain.get(damaged).bytes();
        chain.set(damaged, with(chain.get(damaged), Arrays.copyOf(bytes, place % bytes.length)));
        requireFoundOrSame(chain);
    }

    /** A byte of the whole copy may be one that no later content has any more. */
    private static void requireFoundOrSame(List<StoredContent> chain) {
        Content sound = ContentEncoding.decoded(AGENT, LONG_CHAIN.get(0).hash(), LONG_CHAIN);
        try {
            assertEquals(sound, ContentEncoding.decoded(AGENT, sound.hash(), chain));
        } catch (DamagedContentException found) {
            assertEquals(sound.hash(), found.hash());
            assertTrue(found.getMessage().contains("acme/front-desk"), found::getMessage);
        }
    }

    @Test
    void aBrokenChainIsRefusedByName() {
        List<StoredContent> chain = LONG_CHAIN;
        StoredContent first = chain.get(0);
        assertTrue(refusal(List.of()).contains("missing"));
        assertTrue(
                refusal(chain.subList(0, 3)).contains("content " + chain.get(3).hash()));
        assertTrue(refusal(chain.subList(1, chain.size())).contains("was due"));
        assertTrue(refusal(List.of(first, chain.get(2))).contains("was due"));
        assertTrue(refusal(List.of(withBase(first, Optional.empty()))).contains("names no base"));
        StoredContent last = chain.get(chain.size() - 1);
        List<StoredContent> tooMany = new ArrayList<>(chain);
        tooMany.set(chain.size() - 1, withBase(last, Optional.of(last.hash())));
        assertTrue(refusal(tooMany).contains("whole copy"));
        List<StoredContent> circle = new ArrayList<>();
        while (circle.size() < ContentEncoding.MOST_ROWS) {
            circle.add(withBase(first, Optional.of(first.hash())));
        }
        assertTrue(refusal(circle).contains("or on itself"));
    }

    @Test
    void anEncodingOfANewerReleaseIsRefusedByName() {
        StoredContent newer = new StoredContent(CONTENT.hash(), Optional.empty(), 99, CONTENT.toBytes());
        DamagedContentException refusal = assertThrows(
                DamagedContentException.class, () -> ContentEncoding.decoded(AGENT, CONTENT.hash(), List.of(newer)));
        assertTrue(refusal.getMessage().contains("99"));
    }

    /** A few bytes that claim to be a lot are refused before anything is set aside for that. */
    @Test
    void aBombIsRefused() {
        byte[] bomb =
                new Bytes.Writer(16).number(Header.LARGEST).fixed(0).number(3).toBytes();
        StoredContent row = new StoredContent(CONTENT.hash(), Optional.empty(), StoredContent.DEFLATED, bomb);
        assertThrows(DamagedContentException.class, () -> ContentEncoding.decoded(AGENT, CONTENT.hash(), List.of(row)));
        byte[] larger = new Bytes.Writer(16).number(1L << 40).fixed(0).toBytes();
        StoredContent second = new StoredContent(CONTENT.hash(), Optional.empty(), StoredContent.DEFLATED, larger);
        assertThrows(
                DamagedContentException.class, () -> ContentEncoding.decoded(AGENT, CONTENT.hash(), List.of(second)));
    }

    private static String refusal(List<StoredContent> chain) {
        return assertThrows(
                        DamagedContentException.class,
                        () -> ContentEncoding.decoded(AGENT, LONG_CHAIN.get(0).hash(), chain))
                .getMessage();
    }

    private static StoredContent whole(Content content) {
        return new StoredContent(content.hash(), Optional.empty(), StoredContent.WHOLE, content.toBytes());
    }

    private static StoredContent with(StoredContent row, byte[] bytes) {
        return new StoredContent(row.hash(), row.base(), row.encoding(), bytes);
    }

    private static StoredContent withBase(StoredContent row, Optional<ContentHash> base) {
        return new StoredContent(row.hash(), base, row.encoding(), row.bytes());
    }

    private static List<StoredContent> longestChain() {
        Chains chains = new Chains();
        List<StoredContent> longest = List.of();
        for (Content content : HISTORIES.get("made up")) {
            chains.add(content);
            longest = chains.last().size() > longest.size() ? chains.last() : longest;
        }
        assertTrue(longest.size() > 5);
        return List.copyOf(longest);
    }
}
