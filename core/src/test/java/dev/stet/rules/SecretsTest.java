package dev.stet.rules;

import static dev.stet.rules.Pages.MARKED;
import static dev.stet.rules.Pages.PHONE;
import static dev.stet.rules.Pages.SECRET;
import static dev.stet.rules.Pages.WITH_SECRET;
import static dev.stet.rules.Pages.json;
import static dev.stet.rules.Pages.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageDiff;
import dev.stet.schema.SchemaLimits;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static final CompiledSchemas SCHEMAS = new CompiledSchemas(SchemaLimits.DEFAULT);
    private static final Content ALL = json("{'writeOnly':true}");
    private static final Content UNREADABLE = json("{'type':'nonsense'}");

    private static Secrets of(Content variables, Content... schemas) {
        return Secrets.of(variables, List.of(schemas), SCHEMAS);
    }

    private static Secrets at(String... places) {
        return new Secrets(Set.of(places).stream().map(JsonPointer::parse).collect(Collectors.toSet()));
    }

    private static ConfigPage page(Content variables, Content schema) {
        return ConfigPage.empty("live").with(variables, schema);
    }

    @Test
    void whatASchemaMarksIsHidden() {
        Secrets secrets = Secrets.of(page(WITH_SECRET, MARKED), SCHEMAS);
        assertEquals(at("/key", "/lines/0/token", "/lines/1/token", "/vault"), secrets);
        assertEquals(
                json("{'phone':'112','key':'(hidden)','lines':[{'name':'one','token':'(hidden)'},"
                        + "{'name':'two','token':'(hidden)'}],'vault':'(hidden)'}"),
                secrets.masked(WITH_SECRET));
        assertEquals(PHONE, of(PHONE, MARKED).masked(PHONE));
    }

    @Test
    void whatAnyOfSomeSchemasMarksIsHidden() {
        Content phone = json("{'properties':{'phone':{'writeOnly':true}}}");
        Content key = json("{'properties':{'key':{'writeOnly':true}}}");
        assertEquals(at("/phone", "/key"), of(WITH_SECRET, phone, key));
        assertEquals(at(), of(WITH_SECRET));
    }

    /** A schema that cannot be read any more hides everything: it might have marked anything. */
    @Test
    void aPageIsHiddenAsAWhole() {
        for (Content schema : List.of(ALL, UNREADABLE)) {
            Secrets secrets = of(WITH_SECRET, schema);
            assertEquals(at(""), secrets);
            assertEquals(json("{'(hidden)':true}"), secrets.masked(WITH_SECRET));
            assertEquals(Content.empty(), secrets.masked(Content.empty()));
        }
    }

    @Test
    void whetherASchemaMayHideSomethingIsToldWithoutVariables() {
        assertTrue(Secrets.mayBeHidden(MARKED, SCHEMAS));
        assertTrue(Secrets.mayBeHidden(ALL, SCHEMAS));
        assertTrue(Secrets.mayBeHidden(UNREADABLE, SCHEMAS));
        assertFalse(Secrets.mayBeHidden(Content.empty(), SCHEMAS));
        assertTrue(PageRules.mayHide(List.of(Content.empty(), MARKED), Known.POLICIES));
        assertFalse(PageRules.mayHide(List.of(Content.empty()), Known.POLICIES));
    }

    @Test
    void aPlaceIsHiddenByOnesAroundIt() {
        assertTrue(at("/a/b", "/c").areHiddenBy(at("/a", "/c")));
        assertTrue(at("/a/b", "/c").areHiddenBy(at("")));
        assertTrue(at().areHiddenBy(at()));
        assertFalse(at("/a").areHiddenBy(at("/a/b")));
        assertFalse(at("/a", "/c").areHiddenBy(at("/a")));
        assertFalse(at("").areHiddenBy(at("/a")));
    }

    @Test
    void findingsSayNothingOfWhatIsHidden() {
        Finding open = new Finding(JsonPointer.parse("/phone"), "type", "found 7");
        Finding inside = new Finding(JsonPointer.parse("/vault/" + SECRET), "type", "found " + SECRET);
        Finding itself = new Finding(JsonPointer.parse("/vault"), "type", "found " + SECRET);
        List<Finding> cut = at("/vault").cut(List.of(open, inside, itself));
        assertEquals(2, cut.size());
        assertEquals(open, cut.get(0));
        assertEquals(JsonPointer.parse("/vault"), cut.get(1).at());
        assertEquals(
                "expected a value that meets 'type', found another, which is hidden",
                cut.get(1).message());
    }

    @Test
    void onlyTheTwoMasksAreMasks() {
        assertTrue(Secrets.isMask(JsonValue.of(PageDiff.HIDDEN)));
        assertTrue(Secrets.isMask(JsonValue.of(PageDiff.HIDDEN_CHANGED)));
        assertFalse(Secrets.isMask(JsonValue.of("hidden")));
        assertFalse(Secrets.isMask(JsonValue.of(1)));
    }

    /** That a secret changed is told, but not from what to what. */
    @Test
    void aDiffTellsThatSecretsChanged() {
        ConfigPage before = page(with("one"), MARKED);
        ConfigPage after = page(with("two").withSection("phone", JsonValue.of("110")), Content.empty());
        PageDiff diff = PageRules.maskedDiff(before, after, Set.of(Content.empty()), Known.POLICIES);
        assertEquals(
                of(before.variables(), MARKED).masked(before.variables()),
                diff.variables().from());
        assertEquals(
                json("{'phone':'110','key':'(hidden, changed)','lines':[{'name':'one','token':'(hidden, changed)'},"
                        + "{'name':'two','token':'(hidden, changed)'}],'vault':'(hidden, changed)'}"),
                diff.variables().to());
        assertEquals(Content.empty(), diff.schema().to());
        assertEquals(
                after.variables(),
                PageRules.diff(before, after, Known.POLICIES).variables().to());
    }

    @Test
    void whatIsHiddenOnOneSideIsOnTheOther() {
        ConfigPage list = page(json("{'lines':[{'token':'a'}]}"), MARKED);
        ConfigPage longer = page(json("{'lines':[{'token':'a'},{'token':'b'}],'key':'c'}"), MARKED);
        PageDiff diff = PageRules.maskedDiff(list, longer, Set.of(), Known.POLICIES);
        assertEquals(json("{'lines':[{'token':'(hidden)'}]}"), diff.variables().from());
        assertEquals(
                json("{'lines':[{'token':'(hidden)'},{'token':'(hidden)'}],'key':'(hidden)'}"),
                diff.variables().to());
    }

    @Test
    void aPageIsShownAsItsSchemaAndTheOneThatItHasNowSay() {
        ConfigPage old = page(WITH_SECRET, Content.empty());
        assertEquals(
                WITH_SECRET,
                PageRules.masked(old, Content.empty(), Known.POLICIES).variables());
        ConfigPage shown = PageRules.masked(old, MARKED, Known.POLICIES);
        assertFalse(shown.variables().toJson().contains(SECRET));
        assertEquals(Content.empty(), shown.schema());
        assertEquals(
                new TreeSet<>(WITH_SECRET.sections()),
                new TreeSet<>(shown.variables().sections()));
    }
}
