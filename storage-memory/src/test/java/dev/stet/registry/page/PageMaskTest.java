package dev.stet.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.content.Finding;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import dev.stet.page.PageEdit;
import dev.stet.page.PageVariablesException;
import dev.stet.ref.PageRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that was shown masked and comes back: each mask stands for the secret that it hid, or is refused. */
class PageMaskTest extends SecretPageDesk {
    /** What is masked goes out, comes back, and is what it was. */
    @Test
    void aMaskThatComesBackKeepsTheSecret() {
        created();
        edited("live", PageEdit.variables(with("one")).withSchema(SCHEMA));
        ConfigPage shown = page("live");
        unchanged(pages().edit(shown.ref(), PageEdit.variables(shown.variables())));
        unchanged(
                pages().edit(shown.ref(), PageEdit.mergePatch(shown.variables().root())));
        unchanged(pages().edit(
                        shown.ref(), PageEdit.shallowMerge(shown.variables().root())));
        unchanged(pages().editOverwritingWhatOthersChanged("live", PageEdit.variables(shown.variables())));
        unchanged(pages().apply(pages().planEdit("live", PageEdit.variables(shown.variables()))));
        becomes("lines", "[{'name':'two','token':'(hidden)'},{'name':'one','token':'(hidden)'}]", "['xone','one']");
        becomes("lines", "[{'name':'two','token':'(hidden)'}]", "['xone']");
        becomes("lines", "[{'name':'second','token':'(hidden, changed)'}]", "['xone']");
        becomes("lines", "[{'name':'new','token':'n'},{'name':'second','token':'(hidden)'}]", "['n','xone']");
        becomes("lines", "[{'token':'n'},{'name':'second','token':'(hidden)'}]", "['n','xone']");
        ConfigPage last = page("live");
        changed(pages().restore(last.ref(), 1));
        assertEquals(with("one"), pages().inClearText().get("live").variables());
    }

    private void becomes(String variable, String given, String tokens) {
        JsonValue value = JsonValue.parse(given.replace('\'', '"'));
        ConfigPage page =
                edited("live", PageEdit.variables(page("live").variables().withSection(variable, value)));
        JsonArray lines = (JsonArray) clear(page).section(variable).orElseThrow();
        assertEquals(
                JsonValue.parse(tokens.replace('\'', '"')),
                new JsonArray(lines.elements().stream()
                        .map(line -> ((JsonObject) line).find("token").orElseThrow())
                        .toList()));
        assertEquals("one", ((JsonString) clear(page).section("key").orElseThrow()).value());
    }

    /** A mask is never a value: where it stands for nothing, the place is told. */
    @Test
    void aMaskThatStandsForNothingIsRefused() {
        created();
        edited("live", PageEdit.variables(with("one")).withSchema(SCHEMA));
        refusedAt("/phone", "{'phone':'(hidden)'}");
        refusedAt("/new", "{'new':'(hidden, changed)'}");
        refusedAt("/lines", "{'lines':'(hidden)'}");
        refusedAt("/vault/other", "{'vault':{'other':'(hidden)'}}");
        refusedAt("/lines/0/token", "{'lines':[{'name':'new','token':'(hidden)'}]}");
        refusedAt("/lines/2/token", "{'lines':[{'name':'one'},{'name':'two'},{'name':'three','token':'(hidden)'}]}");
        refusedAt("/(hidden)", "{'(hidden)':true}");
        assertEquals(1, page("live").revision());
    }

    private void refusedAt(String place, String patch) {
        PageEdit edit = PageEdit.mergePatch((JsonObject) JsonValue.parse(patch.replace('\'', '"')));
        PageVariablesException refusal =
                assertThrows(PageVariablesException.class, () -> pages().edit(new PageRef("live", 1), edit));
        assertEquals(
                List.of(JsonPointer.parse(place)),
                refusal.findings().stream().map(Finding::at).toList());
        assertEquals(
                refusal.findings(),
                pages().planEdit("live", edit).problem().orElseThrow().findings());
    }

    /** A page that is hidden as a whole comes back as a whole, and what is put beside it is put there. */
    @Test
    void aPageThatIsHiddenAsAWholeComesBack() {
        created();
        Content schema = Content.parse("{\"writeOnly\":true}");
        edited("live", PageEdit.variables(with("one")).withSchema(schema));
        Content shown = page("live").variables();
        assertEquals(Content.parse("{\"(hidden)\":true}"), shown);
        unchanged(pages().edit(page("live").ref(), PageEdit.variables(shown)));
        ConfigPage more = edited("live", PageEdit.variables(shown.withSection("phone", JsonValue.of("110"))));
        assertEquals(with("one").withSection("phone", JsonValue.of("110")), clear(more));
    }
}
