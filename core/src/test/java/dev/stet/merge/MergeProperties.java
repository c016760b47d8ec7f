package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MergeProperties {
    @Property
    void lawsHoldForTwoEditsOfOneContent(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int ours,
            @ForAll @IntRange(min = 1, max = 12) int theirs) {
        Author author = new Author(seed);
        Content base = author.content();
        Laws.hold(base, author.edited(base, ours), author.edited(base, theirs));
    }

    @Property(tries = 200)
    void lawsHoldForContentsThatHaveNothingToDoWithEachOther(@ForAll long seed) {
        Author author = new Author(seed);
        Laws.hold(author.content(), author.content(), author.content());
        Laws.hold(Content.empty(), author.content(), author.content());
        Laws.hold(author.content(), Content.empty(), author.content());
    }

    @Property
    void editsAtDifferentPlacesMergeAndContainBoth(@ForAll long seed) {
        Author author = new Author(seed);
        Content base = author.content();
        Disjoint places = Disjoint.places(base, author);
        JsonValue our = author.fresh();
        JsonValue their = author.fresh();
        Content ours = Author.with(base, places.one(), was -> our);
        Content theirs = Author.with(base, places.other(), was -> their);
        assertEquals(Author.with(ours, places.other(), was -> their), Laws.clean(Merge.of(base, ours, theirs)));
    }
}
