package dev.stet.examples;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.draft.Edit;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** The agent of the story: Marlo, who answers the telephone of a dental practice. */
final class FrontDesk {
    static final WorkspaceId PRACTICE = WorkspaceId.of("harbour-dental");
    static final AgentId ID = AgentId.of("front-desk");

    static final String SANDBOX = "sandbox";
    static final String PRE_RELEASE = "pre-release";
    static final String LIVE = "live";

    private static final JsonPointer MODEL = JsonPointer.parse("/model/name");
    private static final JsonPointer NODES = JsonPointer.parse("/graph/nodes");

    private FrontDesk() {}

    /** Three environments in a row. Every publish deploys to the first; into the others, versions are promoted. */
    static Pipeline pipeline() {
        return Pipeline.of(SANDBOX, PRE_RELEASE, LIVE).publishTo(SANDBOX);
    }

    /** What the practice demands of a version. */
    static ContentRules rules() {
        return ContentRules.none().require("prompt", "tools", "graph", "model").check(new GraphRule());
    }

    /** How Marlo is set up on the first day. */
    static Content content() {
        return Content.parse(resource("front-desk.json"), ContentLimits.DEFAULT);
    }

    /** Where a version says what it needs of the config page beside it. */
    static JsonPointer needs() {
        return JsonPointer.parse("/needs");
    }

    /** What somebody will put on the config page in the course of the day, and let Marlo say of it. */
    static JsonObject page() {
        return Content.parse(resource("front-desk.page.json"), ContentLimits.DEFAULT)
                .root();
    }

    /** A change that somebody will make to it in the course of the day. */
    static Edit edit(String name) {
        JsonObject changes = Content.parse(resource("front-desk.patches.json"), ContentLimits.DEFAULT)
                .root();
        JsonObject change = (JsonObject) changes.find(name).orElseThrow();
        Optional<JsonValue> jsonPatch = change.find("jsonPatch");
        return jsonPatch.isPresent()
                ? Edit.jsonPatch(JsonPatch.of((JsonArray) jsonPatch.get()))
                : Edit.mergePatch((JsonObject) change.find("mergePatch").orElseThrow());
    }

    /** The model a content runs on. */
    static String model(Content content) {
        return ((JsonString) content.root().find(MODEL).orElseThrow()).value();
    }

    /** How many nodes the conversation graph of a content has. */
    static int nodes(Content content) {
        return ((JsonArray) content.root().find(NODES).orElseThrow()).elements().size();
    }

    private static byte[] resource(String name) {
        try (InputStream in = FrontDesk.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
