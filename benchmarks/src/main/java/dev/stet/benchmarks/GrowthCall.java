package dev.stet.benchmarks;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.content.InvalidContentException;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.content.MergePatch;
import dev.stet.diff.Diff;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.encoding.Base;
import dev.stet.encoding.ContentEncoding;
import dev.stet.facts.StoredContent;
import dev.stet.merge.Merge;
import dev.stet.merge.References;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.render.HtmlPage;
import dev.stet.render.UnifiedText;
import dev.stet.schema.JsonSchema;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/**
 * A public operation on contents, prepared on contents of some size. What is prepared is not measured; what is called may be
 * called again, and is called on contents of which nothing is kept from the call before, where that makes a difference.
 */
record GrowthCall(String name, Preparation preparation) {

    /** What makes a call of the three contents of a shape. */
    interface Preparation {
        Callable<?> of(Content base, Content ours, Content theirs);
    }

    static final ContentLimits LIMITS = ContentLimits.DEFAULT.withMaxBytes(64 << 20);

    private static final AgentKey AGENT = AgentKey.of("w", "growth");
    private static final AgentId ID = AGENT.agent();

    /** All of them. Those that show a diff to people come last. */
    static List<GrowthCall> all() {
        return List.of(contents(), patches(), diffs(), merges(), encodings(), schemas(), calls(), renderings()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<GrowthCall> renderings() {
        return List.of(
                new GrowthCall("a diff as text", (base, ours, theirs) -> {
                    Diff diff = Diff.between(base, ours);
                    return () -> UnifiedText.PLAIN.of(diff);
                }),
                new GrowthCall("a diff as a page", (base, ours, theirs) -> {
                    Diff diff = Diff.between(base, ours);
                    return () -> HtmlPage.of(diff, "Growth").html();
                }));
    }

    private static List<GrowthCall> contents() {
        return List.of(
                new GrowthCall("parse", (base, ours, theirs) -> {
                    byte[] json = base.toBytes();
                    return () -> Content.parse(json, LIMITS);
                }),
                new GrowthCall("parse a text that is refused at its end", (base, ours, theirs) -> {
                    String json = base.toJson().replaceFirst("\\}$", ",}");
                    return () -> refused(json);
                }),
                new GrowthCall("from and to a Jackson tree", (base, ours, theirs) -> {
                    JsonNode node = base.toJsonNode();
                    return () -> JsonValue.from(node).toJsonNode();
                }),
                new GrowthCall("hash", (base, ours, theirs) -> () -> fresh(base).hash()),
                new GrowthCall("canonical form", (base, ours, theirs) -> base::canonical),
                new GrowthCall("equals and hashCode", (base, ours, theirs) -> {
                    JsonObject copy = read(base).root();
                    return () -> base.root().equals(copy) ? base.root().hashCode() + copy.hashCode() : 0;
                }),
                new GrowthCall("footprint", (base, ours, theirs) -> base::footprint),
                new GrowthCall("sections that differ", (base, ours, theirs) -> () -> base.changesTo(ours)),
                new GrowthCall("edit a section", (base, ours, theirs) -> {
                    Edit edit = Edit.section("new", JsonValue.of(1));
                    return () -> edit.applyTo(base, LIMITS).hash();
                }));
    }

    private static List<GrowthCall> patches() {
        return List.of(
                new GrowthCall("JSON Patch: apply", (base, ours, theirs) -> {
                    JsonPatch patch = Diff.between(base, ours).patch();
                    return () -> patch.applyTo(base.root(), LIMITS);
                }),
                new GrowthCall("JSON Patch: parse", (base, ours, theirs) -> {
                    JsonArray patch = Diff.between(base, ours).patch().toJsonArray();
                    return () -> JsonPatch.of(patch);
                }),
                new GrowthCall("JSON Merge Patch: apply", (base, ours, theirs) -> {
                    MergePatch patch = new MergePatch(ours.root());
                    return () -> patch.applyTo(base.root());
                }));
    }

    private static List<GrowthCall> diffs() {
        return List.of(
                new GrowthCall(
                        "diff of contents just read",
                        (base, ours, theirs) -> fresh(base, ours, (from, to) -> Diff.between(from, to))),
                new GrowthCall("diff again", (base, ours, theirs) -> () -> Diff.between(base, ours)),
                new GrowthCall("diff with everything new", (base, ours, theirs) -> {
                    Content other = GrowthShape.WITHOUT_IDS.base(base.size());
                    return () -> Diff.between(other, base);
                }),
                new GrowthCall("diff: changes and summary", (base, ours, theirs) -> {
                    Diff diff = Diff.between(base, ours);
                    return () -> diff.changes().toString().length()
                            + diff.summary().toString().length();
                }),
                new GrowthCall("diff: patch", (base, ours, theirs) -> {
                    Diff diff = Diff.between(base, ours);
                    return diff::patch;
                }),
                new GrowthCall("diff: origin of a place", (base, ours, theirs) -> {
                    Diff diff = Diff.between(base, ours);
                    JsonPointer place = lastPlace(ours.root());
                    return () -> diff.findOrigin(place);
                }));
    }

    private static List<GrowthCall> merges() {
        return List.of(
                new GrowthCall("merge", (base, ours, theirs) -> () -> Merge.of(base, ours, theirs)),
                new GrowthCall("merge what both sides wrote anew", (base, ours, theirs) -> {
                    Content empty = Content.empty();
                    return () -> Merge.of(empty, ours, theirs);
                }),
                new GrowthCall("merge: resolve all, ours", (base, ours, theirs) -> {
                    Merge merge = Merge.of(base, ours, theirs);
                    return () -> merge.resolve(Resolutions.all(Resolution.ours()));
                }),
                new GrowthCall("merge: resolve each by its id", (base, ours, theirs) -> {
                    Merge merge = Merge.of(base, ours, theirs);
                    return () -> {
                        Resolutions each = Resolutions.none();
                        for (var conflict :
                                merge.conflicts().stream().limit(100).toList()) {
                            each = each.with(conflict, Resolution.theirs());
                        }
                        return merge.resolve(each);
                    };
                }),
                new GrowthCall("merge: references that dangle", (base, ours, theirs) -> {
                    References references = References.none().and("/list/*/turns", "/list/*/id");
                    return () -> references.danglingSince(ours, base, theirs);
                }));
    }

    private static List<GrowthCall> encodings() {
        return List.of(
                new GrowthCall("encode whole", (base, ours, theirs) -> () -> ContentEncoding.encoded(base)),
                new GrowthCall("encode as a delta", (base, ours, theirs) -> {
                    StoredContent row = ContentEncoding.encoded(base);
                    return () ->
                            ContentEncoding.encoded(ours, Base.of(row, base).orElseThrow());
                }),
                new GrowthCall("decode a delta", (base, ours, theirs) -> {
                    StoredContent row = ContentEncoding.encoded(base);
                    StoredContent delta =
                            ContentEncoding.encoded(ours, Base.of(row, base).orElseThrow());
                    List<StoredContent> chain =
                            delta.encoding() == StoredContent.DELTA ? List.of(delta, row) : List.of(delta);
                    return () -> ContentEncoding.decoded(AGENT, ours.hash(), chain);
                }));
    }

    private static List<GrowthCall> schemas() {
        JsonSchema schema = JsonSchema.parse("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "additionalProperties": {"anyOf": [
                     {"type": "array", "items": {"type": ["number", "string", "array", "object"],
                          "properties": {"id": {"type": "string", "pattern": "^[a-zA-Z-]+[0-9]*$", "maxLength": 200}}}},
                     {"type": "string", "minLength": 3},
                     {"type": "object", "patternProperties": {"^(a|b)+$": {"type": "string"}}}]}}
                """);
        JsonSchema unique = JsonSchema.parse("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "additionalProperties": {"uniqueItems": true}}
                """);
        return List.of(
                new GrowthCall("schema: check", (base, ours, theirs) -> () -> schema.findings(base.root())),
                new GrowthCall(
                        "schema: check unique items", (base, ours, theirs) -> () -> unique.findings(base.root())));
    }

    private static List<GrowthCall> calls() {
        return List.of(
                new GrowthCall("save on the memory store", (base, ours, theirs) -> {
                    Workspace workspace = workspace();
                    Draft draft = created(workspace, base);
                    Content[] turns = {theirs, ours};
                    Draft[] last = {draft};
                    int[] turn = {0};
                    return () -> last[0] = workspace
                            .drafts(ID)
                            .save(last[0].ref(), Edit.content(turns[turn[0]++ % 2]))
                            .draft();
                }),
                new GrowthCall("blame of a place", (base, ours, theirs) -> {
                    Workspace workspace = workspace();
                    Draft draft = created(workspace, base);
                    for (Content content : List.of(base, theirs, base, ours)) {
                        draft = workspace
                                .drafts(ID)
                                .save(draft.ref(), Edit.content(content))
                                .draft();
                        workspace.drafts(ID).publish(Publish.draft(draft.ref()));
                    }
                    JsonPointer place = lastPlace(ours.root());
                    return () -> workspace.versions(ID).blame(place, Range.first(10));
                }));
    }

    private static Workspace workspace() {
        return Stet.on(new MemoryStorage())
                .contentLimits(LIMITS)
                .afterPublish(AfterPublish.KEEP_REBASED)
                .build()
                .workspace(AGENT.workspace(), Actor.of("ana"));
    }

    private static Draft created(Workspace workspace, Content content) {
        return workspace
                .agents()
                .create(NewAgent.named("Growth").id(ID).content(content))
                .draft();
    }

    private static boolean refused(String json) {
        try {
            return Content.parse(json, LIMITS).size() < 0;
        } catch (InvalidContentException refusal) {
            return true;
        }
    }

    private interface Pair {
        Object of(Content from, Content to);
    }

    /** A call on contents of which nothing is kept; reading them is not left out of what it takes. */
    private static Callable<?> fresh(Content one, Content other, Pair call) {
        byte[] first = one.toBytes();
        byte[] second = other.toBytes();
        return () -> call.of(Content.parse(first, LIMITS), Content.parse(second, LIMITS));
    }

    /** The same sections as a content of its own, of which nothing was asked yet. */
    private static Content fresh(Content content) {
        return Content.of(content.root());
    }

    private static Content read(Content content) {
        return Content.parse(content.toBytes(), LIMITS);
    }

    /** The place of the last value there is, outside of arrays and objects. */
    private static JsonPointer lastPlace(JsonValue root) {
        JsonPointer place = JsonPointer.ROOT;
        JsonValue value = root;
        while (true) {
            if (value instanceof JsonObject object && !object.members().isEmpty()) {
                Map.Entry<String, JsonValue> last = object.members().entrySet().stream()
                        .reduce((one, next) -> next)
                        .orElseThrow();
                place = place.append(last.getKey());
                value = last.getValue();
            } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
                int last = array.elements().size() - 1;
                place = place.append(last);
                value = array.elements().get(last);
            } else {
                return place;
            }
        }
    }
}
