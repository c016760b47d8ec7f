package dev.stet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a browser makes of a page: axe-core finds nothing wrong with it at any width, light or dark, nothing is wider than the
 * window, and paper has all of it. {@code -Dstet.browser=required} fails where there is none.
 */
class BrowserTest {

    @TestFactory
    Stream<DynamicTest> aBrowserFindsNothingWrong(@TempDir Path folder) {
        Optional<Browser> found = Browser.find(folder);
        if (found.isEmpty()) {
            if ("required".equals(System.getProperty("stet.browser"))) {
                fail("no Chromium, or no axe-core: run .ci/browser");
            }
            System.out.println(
                    "Left out: what a browser finds in pages (BrowserTest). `.ci/browser` brings what it takes.");
            return Stream.empty();
        }
        Browser browser = found.get();
        String page = page();
        return Stream.of(
                DynamicTest.dynamicTest("narrow, light", () -> look(browser, page, 360, false)),
                DynamicTest.dynamicTest("narrow, dark", () -> look(browser, page, 360, true)),
                DynamicTest.dynamicTest("medium", () -> look(browser, page, 800, false)),
                DynamicTest.dynamicTest("wide, light", () -> look(browser, page, 1400, false)),
                DynamicTest.dynamicTest("wide, dark", () -> look(browser, page, 1400, true)),
                DynamicTest.dynamicTest("nothing changed", () -> look(browser, empty(), 1400, false)),
                DynamicTest.dynamicTest("on paper", () -> {
                    long open = browser.print(page);
                    long folded = browser.print(page.replace("<details open>", "<details>"));
                    assertTrue(folded > open - open / 20, () -> folded + " bytes folded, " + open + " open");
                }));
    }

    private static void look(Browser browser, String page, int width, boolean dark) {
        assertEquals("[" + width + "," + dark + "]", browser.look(page, width, dark));
    }

    private static String empty() {
        return HtmlPage.of(Diff.between(Content.empty(), Content.empty()), "Nothing")
                .html();
    }

    private static String page() {
        Content from = Content.parse("""
                {"prompt": "You greet the caller.\\nAsk for the name.\\nBe kind.", "old": {"a": [1, 2]},
                 "functions": [{"function": {"name": "verify"}}, {"function": {"name": "record"}}, {"function": {"name": "end"}}],
                 "model": {"name": "orion-4", "temperature": 0.2, "top_p": 1, "stop": ["END"]}, "long": "LONG name LONG"}""".replace("LONG", "the same words again ".repeat(60)));
        Content to = Content.parse("""
                {"prompt": "You greet the caller.\\u200b\\nAsk for the name, \\udb40\\udc41⚠️ then the birthday.\\nNever be rude.",
                 "functions": [{"function": {"name": "end"}}, {"function": {"name": "verify"}}, {"function": {"name": "record"}}],
                 "model": {"name": "orion-5", "temperature": 0.7, "top_p": 1, "stop": ["END", "STOP"]},
                 "\\u202e": "WORD", "long": "LONG birthday LONG", "new": "One\\nTwo\\n"}""".replace("WORD", "a_word_of_many_letters_".repeat(20))
                .replace("LONG", "the same words again ".repeat(60)));
        return HtmlPage.of(Diff.between(from, to), "Front desk")
                .before(Side.named("version 3").by("Ana").at(Instant.parse("2026-11-20T10:42:00Z")))
                .after(Side.named("draft of Ben"))
                .html();
    }
}
