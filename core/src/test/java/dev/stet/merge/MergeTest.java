package dev.stet.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.error.InvalidInputException;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Merge.Clean;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeTest {
    /** Single quotes are double ones. */
    private static Content content(String json) {
        return Content.parse(json.replace('\'', '"'));
    }

    private static Merge merge(String base, String ours, String theirs) {
        Laws.hold(content(base), content(ours), content(theirs));
        return Merge.of(content(base), content(ours), content(theirs));
    }

    /** The same for an array in a section. */
    private static Merge arrays(String base, String ours, String theirs) {
        return merge("{'a':" + base + "}", "{'a':" + ours + "}", "{'a':" + theirs + "}");
    }

    private static void assertClean(String expected, Merge merge) {
        Content content = assertInstanceOf(Clean.class, merge, merge::toString).content();
        assertEquals(expected.replace('\'', '"'), content.toJson());
    }

    private static void assertCleanArray(String expected, Merge merge) {
        assertClean("{'a':" + expected + "}", merge);
    }

    private static void assertConflicts(String expected, Merge merge) {
        assertEquals(expected, merge.conflicts().toString());
    }

    @Test
    void membersAreMergedOneByOneAndTellWhoseTheyAre() {
        Merge merge = merge(
                "{'model':{'name':'a','heat':1},'prompt':'Hi','old':1}",
                "{'model':{'name':'b','heat':1},'prompt':'Hello'}",
                "{'model':{'name':'a','heat':2},'prompt':'Hello','old':1}");
        assertClean("{'model':{'name':'b','heat':2},'prompt':'Hello'}", merge);
        assertEquals(
                List.of(
                        new Contribution(By.OURS, pointer("/model/name"), pointer("/model/name")),
                        new Contribution(By.THEIRS, pointer("/model/heat"), pointer("/model/heat")),
                        new Contribution(By.BOTH, pointer("/prompt"), pointer("/prompt")),
                        new Contribution(By.OURS, pointer("/old"), Optional.empty())),
                merge.contributions());
    }

    private static Optional<JsonPointer> pointer(String text) {
        return Optional.of(JsonPointer.parse(text));
    }

    @Test
    void keepsTheOrderOfOursAndPutsTheirsBehindTheirNeighbour() {
        assertClean(
                "{'z':1,'t2':1,'y':{'b':1,'t1':1,'a':1,'o':1},'x':1}",
                merge(
                        "{'x':1,'y':{'a':1,'b':1},'z':1}",
                        "{'z':1,'y':{'b':1,'a':1,'o':1},'x':1}",
                        "{'x':1,'y':{'a':1,'b':1,'t1':1},'z':1,'t2':1}"));
    }

    @Test
    void bothEdited() {
        Merge merge = merge("{'p':'a'}", "{'p':'b'}", "{'p':'c'}");
        assertConflicts("[BOTH_EDITED at /p]", merge);
        Conflict conflict = merge.conflicts().get(0);
        assertEquals("/p", conflict.pointer().toString());
        assertEquals("\"a\"", conflict.base().orElseThrow().value().toJson());
        assertEquals("\"b\"", conflict.ours().orElseThrow().value().toJson());
        assertEquals("\"c\"", conflict.theirs().orElseThrow().value().toJson());
        assertClean("{'p':'b'}", merge.resolve(Resolutions.all(Resolution.ours())));
        assertClean("{'p':'c'}", merge.resolve(Resolutions.all(Resolution.theirs())));
        assertClean("{'p':'a'}", merge.resolve(Resolutions.all(Resolution.base())));
        assertClean("{}", merge.resolve(Resolutions.none().with(conflict, Resolution.removed())));
        assertClean("{'p':[1]}", merge.resolve(Resolutions.none().with("/p", value("[1]"))));
    }

    private static Resolution value(String json) {
        return Resolution.value(JsonValue.parse(json.replace('\'', '"')));
    }

    @Test
    void removalAgainstEdit() {
        assertConflicts("[REMOVED_BY_OURS at /p]", merge("{'p':{'x':1}}", "{}", "{'p':{'x':2}}"));
        Merge merge = merge("{'q':1,'p':{'x':1}}", "{'q':1,'p':{'x':2}}", "{'q':1}");
        assertConflicts("[REMOVED_BY_THEIRS at /p]", merge);
        assertClean("{'q':1}", merge.resolve(Resolutions.all(Resolution.theirs())));
        assertClean("{'q':1,'p':{'x':2}}", merge.resolve(Resolutions.all(Resolution.ours())));
    }

    @Test
    void bothAddedSomethingElse() {
        Merge merge = merge("{}", "{'p':{'x':1}}", "{'p':{'y':1}}");
        assertConflicts("[BOTH_ADDED at +/p]", merge);
        assertClean("{}", merge.resolve(Resolutions.all(Resolution.base())));
        assertClean("{'p':1}", merge("{}", "{'p':1}", "{'p':1.0}"));
    }

    @Test
    void anotherTypeIsNotMergedInside() {
        assertConflicts("[TYPE_CHANGED at /p]", merge("{'p':{'x':1}}", "{'p':[1]}", "{'p':{'x':2}}"));
        assertConflicts("[TYPE_CHANGED at /p]", merge("{'p':1}", "{'p':'1'}", "{'p':true}"));
        assertClean("{'p':[1]}", merge("{'p':{'x':1}}", "{'p':[1]}", "{'p':{'x':1}}"));
    }

    @Test
    void elementsAreMergedByIdentityWhereverTheyStand() {
        String base = "[{'id':'a','t':1},{'id':'b','t':1},{'id':'c','t':1}]";
        String moved = "[{'id':'c','t':1},{'id':'a','t':1},{'id':'b','t':1}]";
        String edited = "[{'id':'a','t':1},{'id':'b','t':1},{'id':'c','t':2}]";
        assertCleanArray("[{'id':'c','t':2},{'id':'a','t':1},{'id':'b','t':1}]", arrays(base, moved, edited));
        assertCleanArray(
                "[{'id':'a','t':1},{'id':'b','t':1}]", arrays(base, moved, "[{'id':'a','t':1},{'id':'b','t':1}]"));
        assertConflicts("[REMOVED_BY_OURS at /a/2]", arrays(base, "[{'id':'a','t':1},{'id':'b','t':1}]", edited));
    }

    @Test
    void insertingAnElementDoesNotReadAsChangingAllThatFollow() {
        String base = "[{'id':'a','t':1},{'id':'b','t':1}]";
        assertCleanArray(
                "[{'id':'n','t':1},{'id':'a','t':1},{'id':'b','t':2}]",
                arrays(
                        base,
                        "[{'id':'n','t':1},{'id':'a','t':1},{'id':'b','t':1}]",
                        "[{'id':'a','t':1},{'id':'b','t':2}]"));
    }

    @Test
    void whatBothAddAtOnePlaceComesInTheOrderOfTheIdentities() {
        assertCleanArray(
                "[{'id':1},{'id':2},{'id':3}]", arrays("[{'id':1}]", "[{'id':1},{'id':3}]", "[{'id':1},{'id':2}]"));
        assertCleanArray(
                "[{'id':'x'},{'id':'b'},{'id':'n'},{'id':'a'}]",
                arrays("[{'id':'x'}]", "[{'id':'x'},{'id':'n'},{'id':'a'}]", "[{'id':'x'},{'id':'b'},{'id':'n'}]"));
        assertConflicts(
                "[BOTH_ADDED at +/a/1]",
                arrays("[{'id':'x'}]", "[{'id':'x'},{'id':'n','t':1}]", "[{'id':'x'},{'id':'n','t':2}]"));
    }

    @Test
    void ordersThatAreNotInEachOthersWayMerge() {
        String base = "[{'id':1},{'id':2},{'id':3},{'id':4},{'id':5},{'id':6}]";
        String swappedFirst = "[{'id':2},{'id':1},{'id':3},{'id':4},{'id':5},{'id':6}]";
        String swappedLast = "[{'id':1},{'id':2},{'id':3},{'id':4},{'id':6},{'id':5}]";
        assertCleanArray(
                "[{'id':2},{'id':1},{'id':3},{'id':4},{'id':6},{'id':5}]", arrays(base, swappedFirst, swappedLast));
        assertCleanArray(swappedFirst, arrays(base, swappedFirst, swappedFirst));
        assertCleanArray(
                "[{'id':3},{'id':2},{'id':1}]",
                arrays("[{'id':1},{'id':2},{'id':3}]", "[{'id':2},{'id':3},{'id':1}]", "[{'id':3},{'id':1},{'id':2}]"));
    }

    @Test
    void twoOrdersOfTheSameElementsAreAConflictApartFromWhatTheySay() {
        Merge merge = arrays(
                "[{'id':1,'t':1},{'id':2},{'id':3},{'id':4},{'id':5}]",
                "[{'id':2},{'id':3},{'id':4},{'id':5},{'id':1,'t':2}]",
                "[{'id':2},{'id':3},{'id':1,'t':1},{'id':4},{'id':5},{'id':6}]");
        assertConflicts("[ORDER at /a~order]", merge);
        assertEquals(
                "[2,3,4,5,1]",
                merge.conflicts().get(0).ours().orElseThrow().value().toJson());
        assertCleanArray(
                "[{'id':2},{'id':3},{'id':4},{'id':5},{'id':6},{'id':1,'t':2}]",
                merge.resolve(Resolutions.all(Resolution.ours())));
        assertCleanArray(
                "[{'id':1,'t':2},{'id':3},{'id':2},{'id':5},{'id':6},{'id':4}]",
                merge.resolve(Resolutions.none().with("/a~order", value("[1,3,2,5,4]"))));
        for (String noOrder : List.of("[1,3]", "[1,3,3,4,5]", "[1,3,2,4,5,6]", "'a'")) {
            assertThrows(
                    InvalidInputException.class,
                    () -> merge.resolve(Resolutions.none().with("/a~order", value(noOrder))));
        }
        assertThrows(InvalidInputException.class, () -> merge.resolve(Resolutions.all(Resolution.removed())));
    }

    @Test
    void anIdentityThatIsThereTwiceIsNone() {
        assertCleanArray(
                "[{'id':'a','t':1},{'id':'a','t':2},{'id':'b'}]",
                arrays(
                        "[{'id':'a','t':1},{'id':'b'}]",
                        "[{'id':'a','t':1},{'id':'a','t':2},{'id':'b'}]",
                        "[{'id':'a','t':1},{'id':'b'}]"));
        assertCleanArray(
                "[{'id':'a','t':1},{'id':'a','t':2},{'id':'b','t':9}]",
                arrays(
                        "[{'id':'a','t':1},{'id':'b','t':1}]",
                        "[{'id':'a','t':1},{'id':'a','t':2},{'id':'b','t':1}]",
                        "[{'id':'a','t':1},{'id':'b','t':9}]"));
    }

    @Test
    void aRenamedElementThatTheOtherSideEditedIsAConflictOfItsOwn() {
        Merge merge = arrays("[{'id':'a','t':1}]", "[{'id':'b','t':1}]", "[{'id':'a','t':2}]");
        assertConflicts("[RENAMED at /a/0]", merge);
        assertCleanArray("[{'id':'b','t':2}]", merge.resolve(Resolutions.all(Resolution.renamed())));
        assertCleanArray("[{'id':'a','t':2}]", merge.resolve(Resolutions.all(Resolution.theirs())));
        assertConflicts("[RENAMED at /a/0]", arrays("[{'id':'a','t':1}]", "[{'id':'b','t':1}]", "[]"));
        assertCleanArray(
                "[{'id':'n','t':2},{'id':'b','t':1}]",
                arrays(
                        "[{'id':'a','t':1},{'id':'n','t':2}]",
                        "[{'id':'b','t':1},{'id':'n','t':2}]",
                        "[{'id':'n','t':2},{'id':'a','t':1}]"));
        assertThrows(InvalidInputException.class, () -> merge.resolve(Resolutions.all(Resolution.union())));
    }

    @Test
    void twoOtherIdentitiesOfOneElementAreAConflict() {
        Merge merge = arrays(
                "[{'name':'lookup','url':'/l'}]",
                "[{'name':'find_slots','url':'/l'}]",
                "[{'name':'search_slots','url':'/l'}]");
        assertConflicts("[RENAMED at /a/0]", merge);
        assertCleanArray("[{'name':'search_slots','url':'/l'}]", merge.resolve(Resolutions.all(Resolution.theirs())));
        assertThrows(InvalidInputException.class, () -> merge.resolve(Resolutions.all(Resolution.renamed())));
        assertConflicts(
                "[RENAMED at /a/0]",
                arrays(
                        "[{'id':'a-b','from':'a','to':'b'},{'id':'b-c','from':'b','to':'c'}]",
                        "[{'id':'x-b','from':'x','to':'b'},{'id':'b-c','from':'b','to':'c'}]",
                        "[{'id':'y-b','from':'y','to':'b'},{'id':'b-c','from':'b','to':'c'}]"));
        assertConflicts(
                "[ELEMENTS at /a~[0,2)]",
                arrays(
                        "[{'id':1,'t':'x'},{'id':2,'t':'y'}]",
                        "[{'id':3,'t':'x'},{'id':4,'t':'y'}]",
                        "[{'id':5,'t':'x'},{'id':6,'t':'y'},{'id':7,'t':'z'}]"));
    }

    @Test
    void membersAreRenamedAsElementsAre() {
        String base = "{'tools':[{'name':'a'}],'x':1}";
        Merge merge = merge(base, "{'tools1':[{'name':'a'}],'x':1}", "{'tools2':[{'name':'a'}],'x':1}");
        assertConflicts("[RENAMED at /tools]", merge);
        assertClean("{'tools1':[{'name':'a'}],'x':1}", merge.resolve(Resolutions.all(Resolution.ours())));
        assertClean("{'tools2':[{'name':'a'}],'x':1}", merge.resolve(Resolutions.all(Resolution.theirs())));
        Merge edited = merge(base, "{'x':1,'tools1':[{'name':'a'}]}", "{'tools':[{'name':'a'},{'name':'b'}],'x':1}");
        assertConflicts("[RENAMED at /tools]", edited);
        assertClean(
                "{'x':1,'tools1':[{'name':'a'},{'name':'b'}]}", edited.resolve(Resolutions.all(Resolution.renamed())));
        assertClean("{'x':1,'tools1':[1]}", edited.resolve(Resolutions.all(value("[1]"))));
        assertClean(
                "{'x':2,'tools1':[{'name':'a'}]}",
                merge(base, "{'x':1,'tools1':[{'name':'a'}]}", base.replace("'x':1", "'x':2")));
        assertConflicts("[RENAMED at /p]", merge("{'p':'Hello'}", "{'q':'Hello'}", "{'p':'Hello!'}"));
        assertClean("{'b':30}", merge("{'a':30}", "{'b':30}", "{}"));
    }

    @Test
    void referencesThatDangleOnlySinceTheMergeAreNamed() {
        References references =
                References.none().and("/edges/*/from", "/nodes/*/id").and("/edges/*/to", "/nodes/*/id");
        Content base = content("{'nodes':[{'id':1},{'id':2}],'edges':[{'from':1,'to':7}]}");
        Content ours = content("{'nodes':[{'id':1}],'edges':[{'from':1,'to':7}]}");
        Content theirs = content("{'nodes':[{'id':1},{'id':2}],'edges':[{'from':1,'to':7},{'from':1,'to':2}]}");
        Content merged = Laws.clean(Merge.of(base, ours, theirs));
        assertEquals(
                "[/edges/1/to]", references.danglingSince(merged, ours, theirs).toString());
        assertEquals("[/edges/0/to, /edges/1/to]", references.dangling(merged).toString());
        assertEquals("[/edges/0/to]", references.dangling(base).toString());
    }

    @Test
    void aNodeThatIsMovedIntoTwoGroupsStandsInBoth() {
        assertClean(
                "{'one':[{'id':'n'}],'two':[{'id':'n'}],'free':[]}",
                merge(
                        "{'one':[],'two':[],'free':[{'id':'n'}]}",
                        "{'one':[{'id':'n'}],'two':[],'free':[]}",
                        "{'one':[],'two':[{'id':'n'}],'free':[]}"));
    }

    @Test
    void stretchesAreResolvedByBoth() {
        Merge merge = arrays("['p']", "['p','x','y']", "['p','z','x']");
        assertConflicts("[ELEMENTS at /a~[1,1)]", merge);
        assertCleanArray("['p','x','y','z','x']", merge.resolve(Resolutions.all(Resolution.oursThenTheirs())));
        assertCleanArray("['p','z','x','x','y']", merge.resolve(Resolutions.all(Resolution.theirsThenOurs())));
        assertCleanArray("['p','x','y','z']", merge.resolve(Resolutions.all(Resolution.union())));
        assertThrows(
                InvalidInputException.class,
                () -> merge("{'p':1}", "{'p':2}", "{'p':3}").resolve(Resolutions.all(Resolution.union())));
    }

    @Test
    void theHostSaysWhatIdentifies() {
        Content base = content("{'rules':[{'slug':'a','t':1},{'slug':'b','t':1}]}");
        Content ours = content("{'rules':[{'slug':'b','t':1},{'slug':'a','t':1}]}");
        Content theirs = content("{'rules':[{'slug':'a','t':2},{'slug':'b','t':3}]}");
        assertClean(
                "{'rules':[{'slug':'b','t':3},{'slug':'a','t':2}]}",
                Merge.of(base, ours, theirs, Identities.byDefault().at("/rules", "slug")));
    }

    @Test
    void elementsWithoutIdentityAreKnownByWhatTheySay() {
        assertCleanArray("['x','b','c','y']", arrays("['a','b','c']", "['x','b','c']", "['a','b','c','y']"));
        assertCleanArray("['b','d']", arrays("['a','b','c','d']", "['b','c','d']", "['a','b','d']"));
        assertCleanArray("['n','b']", arrays("['a','b']", "['n','b']", "['n','b']"));
        assertCleanArray(
                "[{'from':1,'to':9,'on':8},{'from':2,'to':3,'on':4}]",
                arrays(
                        "[{'from':1,'to':2,'on':3},{'from':2,'to':3,'on':4}]",
                        "[{'from':1,'to':9,'on':3},{'from':2,'to':3,'on':4}]",
                        "[{'from':1,'to':2,'on':8},{'from':2,'to':3,'on':4}]"));
    }

    @Test
    void whatBothPutInAlikeStandsOnce() {
        assertCleanArray("['p','q','B']", arrays("['p','A']", "['p','q','B']", "['p','q','A']"));
        assertCleanArray("['p','q']", arrays("['p','A']", "['p','q']", "['p','q','A']"));
        assertCleanArray("['p','q','r','A']", arrays("['p','A']", "['p','q','r','A']", "['p','q','A']"));
        assertCleanArray("[{'b':1}]", arrays("[{'a':1}]", "[{'b':1}]", "[{'b':1},{'a':1}]"));
        assertConflicts("[ELEMENTS at /a~[1,2)]", arrays("['p','A']", "['p','q','B']", "['p','r','A']"));
    }

    @Test
    void theSameElementAddedAtTwoPlacesIsAConflict() {
        assertConflicts("[ELEMENTS at /a~[0,1)]", arrays("['b']", "['a','b']", "['b','a']"));
        assertConflicts("[ELEMENTS at /a~[0,3)]", arrays("['b','c','d']", "['a','b','c','d']", "['b','c','d','a']"));
        assertCleanArray(
                "['-','a','-','b','c','-']",
                arrays("['-','a','b','c']", "['-','a','-','b','c']", "['-','a','b','c','-']"));
    }

    @Test
    void elementsWithoutIdentityThatBothAddAtOnePlaceAreAConflict() {
        Merge merge = arrays("['a','b']", "['a','x','y','b']", "['a','z','b']");
        assertConflicts("[ELEMENTS at /a~[1,1)]", merge);
        assertEquals(
                "[\"x\",\"y\"]",
                merge.conflicts().get(0).ours().orElseThrow().value().toJson());
        assertCleanArray("['a','z','b']", merge.resolve(Resolutions.all(Resolution.theirs())));
        assertCleanArray("['a','b']", merge.resolve(Resolutions.all(Resolution.removed())));
        assertCleanArray("['a','x','z','b']", merge.resolve(Resolutions.all(value("['x','z']"))));
        assertThrows(InvalidInputException.class, () -> merge.resolve(Resolutions.all(value("'x'"))));
    }

    @Test
    void textsMergeLineByLine() {
        assertClean(
                "{'p':'Be kind.\\nAsk.\\nNever guess.\\nClose.'}",
                merge(
                        "{'p':'Be polite.\\nAsk.\\nNever guess.'}",
                        "{'p':'Be kind.\\nAsk.\\nNever guess.'}",
                        "{'p':'Be polite.\\nAsk.\\nNever guess.\\nClose.'}".replace("Never guess.", "Never guess.")));
    }

    @Test
    void theSameLinesAreAConflictAndSoAreLinesNextToEachOther() {
        Merge merge = merge("{'p':'a\\nb\\nc\\nd\\n'}", "{'p':'a\\nB\\nc\\nd\\n'}", "{'p':'a\\nb\\nC\\nd\\ne\\n'}");
        assertConflicts("[LINES at /p~[1,3)]", merge);
        assertEquals(
                "\"B\\nc\\n\"",
                merge.conflicts().get(0).ours().orElseThrow().value().toJson());
        assertClean("{'p':'a\\nB\\nc\\nd\\ne\\n'}", merge.resolve(Resolutions.all(Resolution.ours())));
        assertClean("{'p':'a\\nB\\nC\\nd\\ne\\n'}", merge.resolve(Resolutions.all(value("'B\\nC\\n'"))));
        assertClean("{'p':'a\\nd\\ne\\n'}", merge.resolve(Resolutions.all(Resolution.removed())));
        assertThrows(InvalidInputException.class, () -> merge.resolve(Resolutions.all(value("[1]"))));
    }

    @Test
    void aTextOfOneLineIsOneValue() {
        assertConflicts("[BOTH_EDITED at /p]", merge("{'p':'a b'}", "{'p':'A b'}", "{'p':'a B'}"));
    }

    @Test
    void whatIsNotResolvedStaysAConflict() {
        Merge merge = merge("{'p':1,'q':1}", "{'p':2,'q':2}", "{'p':3,'q':3}");
        Merge left = merge.resolve(Resolutions.none().with("/p", Resolution.theirs()));
        assertConflicts("[BOTH_EDITED at /q]", left);
        assertClean("{'p':3,'q':2}", left.resolve(Resolutions.none().others(Resolution.ours())));
        assertThrows(
                InvalidInputException.class,
                () -> merge.resolve(Resolutions.none().with("/r", Resolution.ours())));
        assertThrows(
                InvalidInputException.class,
                () -> left.resolve(Resolutions.none().with("/p", Resolution.ours())));
    }

    @Test
    void neverTellsValuesInItsText() {
        assertEquals(
                "[BOTH_EDITED at /p]",
                merge("{'p':1}", "{'p':2}", "{'p':3}").conflicts().toString());
    }

    @Test
    void deepestContentsMerge() throws InterruptedException {
        for (boolean array : List.of(true, false)) {
            Content[] three = {nested(array, 1), nested(array, 2), nested(array, 3)};
            Thread thread = new Thread(null, () -> Merge.of(three[0], three[1], three[2]), "deep", 768 * 1024);
            Throwable[] thrown = new Throwable[1];
            thread.setUncaughtExceptionHandler((same, failure) -> thrown[0] = failure);
            thread.start();
            thread.join();
            assertEquals(null, thrown[0]);
        }
    }

    private static Content nested(boolean array, int core) {
        JsonValue value = JsonValue.of(core);
        for (int i = 1; i < 1000; i++) {
            value = array ? JsonArray.of(value) : JsonObject.of("a", value);
        }
        return Content.of(JsonObject.of("a", value));
    }
}
