package dev.stet.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.environment.Replacing;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import dev.stet.retention.Keep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The hash of a request is the same in every release: retries cross an upgrade. What stands here never changes. */
class AskedTest {
    private static final Content CONTENT = Content.parse("{\"prompt\":\"Hello.\"}");

    private static void same(String json, Asked asked) {
        assertEquals(Content.parse(json.replace("HASH", CONTENT.hash().hex())).hash(), asked.hash());
    }

    @Test
    void everyFormIsTheSameForEver() {
        same("{}", new Asked());
        same("{\"draft\":[\"d\",1]}", new Asked().with("draft", DraftRef.of("d", 1)));
        same("{\"page\":[\"live\",0]}", new Asked().with("page", new PageRef("live", 0)));
        same("{\"content\":\"HASH\"}", new Asked().with("content", CONTENT));
        same("{\"tags\":[\"a\",\"b\"]}", new Asked().with("tags", List.of("a", "b")));
        same("{\"from\":[\"version\",3]}", new Asked().with("from", Ref.version(3)));
        same("{\"from\":[\"content\",\"HASH\"]}", new Asked().with("from", Ref.content(CONTENT)));
        same("{\"from\":[\"revision\",[\"d\",2]]}", new Asked().with("from", Ref.revision(DraftRef.of("d", 2))));
        same("{\"edit\":[\"content\",\"HASH\"]}", new Asked().with("edit", Edit.content(CONTENT)));
        same("{\"edit\":[\"sections\",[\"HASH\"]]}", new Asked().with("edit", Edit.sections(CONTENT.root())));
        same("{\"edit\":[\"merge patch\",[\"HASH\"]]}", new Asked().with("edit", Edit.mergePatch(CONTENT.root())));
        same("{\"edit\":[\"removal\",\"x\"]}", new Asked().with("edit", Edit.removeSection("x")));
        String value = Content.parse("{\"value\":7}").hash().hex();
        same(
                "{\"edit\":[\"section\",\"x\",\"" + value + "\"]}",
                new Asked().with("edit", Edit.section("x", JsonValue.of(7))));
        same("{\"replacing\":[7]}", new Asked().option(Replacing.deployment(7)));
        same("{\"replacing\":[]}", new Asked().option(Replacing.nothing()));
        same("{\"archived\":[3,\"PT24H\"]}", new Asked().with("archived", new Keep(3, Duration.ofDays(1))));
        same("{\"later\":\"HASH\"}", new Asked().with("later", () -> CONTENT));
    }

    @Test
    void whatIsNotUsedIsLeftOut() {
        same(
                "{}",
                new Asked()
                        .option("label", "")
                        .option("rebasing", false)
                        .option("id", Optional.empty())
                        .option("superseding", OptionalLong.empty())
                        .option(Replacing.anything()));
        same(
                "{\"label\":\"\",\"pinned\":false}",
                new Asked().option("label", Optional.of("")).option("pinned", Optional.of(false)));
    }

    @Test
    void anotherSpellingIsTheSameRequest() {
        assertEquals(
                new Asked()
                        .with("content", Content.parse("{\"a\":1.0,\"b\":[]}"))
                        .hash(),
                new Asked().with("content", Content.parse("{\"b\":[],\"a\":1}")).hash());
    }
}
