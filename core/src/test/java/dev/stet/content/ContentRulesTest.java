package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentRulesTest {

    private static final Content CONTENT = Content.parse("{\"x\":1,\"prompt\":\"\",\"a/b\":2}");

    @Test
    void noRulesFindNothing() {
        assertEquals(List.of(), ContentRules.none().findings(CONTENT));
    }

    @Test
    void findingsComeInAStableOrder() {
        ContentRules rules = ContentRules.none()
                .check(content -> List.of(finding("/x", "first")))
                .allowOnly("tools")
                .require("voice", "prompt")
                .check(content -> List.of(finding("/prompt", "second"), finding("/x", "third")))
                .require("model");

        assertEquals(
                List.of(
                        "/voice section-missing",
                        "/model section-missing",
                        "/x section-unknown",
                        "/a~1b section-unknown",
                        "/x first",
                        "/prompt second",
                        "/x third"),
                told(rules.findings(CONTENT)));
    }

    @Test
    void whatIsRequiredIsAllowed() {
        ContentRules rules = ContentRules.none().require("x", "prompt").allowOnly("a/b");

        assertEquals(List.of(), rules.findings(CONTENT));
        assertEquals(
                List.of("/x section-unknown", "/a~1b section-unknown"),
                told(ContentRules.none().require("prompt").allowOnly().findings(CONTENT)));
    }

    @Test
    void rulesAreImmutable() {
        ContentRules strict = ContentRules.none().require("model");
        ContentRules stricter = strict.allowOnly("model").check(content -> List.of(finding("", "never")));

        assertEquals(1, strict.findings(CONTENT).size());
        assertEquals(5, stricter.findings(CONTENT).size());
        assertTrue(ContentRules.none().findings(CONTENT).isEmpty());
    }

    @Test
    void theMessageSaysWhatNow() {
        Finding missing = ContentRules.none().require("model").findings(CONTENT).get(0);

        assertEquals("expected the section \"model\", found none; add it", missing.message());
    }

    private static Finding finding(String at, String rule) {
        return new Finding(JsonPointer.parse(at), rule, "");
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.at() + " " + finding.rule())
                .toList();
    }
}
