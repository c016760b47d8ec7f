package dev.stet.storage.tck.oracle;

import dev.stet.agent.Agent;
import dev.stet.content.Content;
import dev.stet.content.JsonNull;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonValue;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.environment.Replacing;
import dev.stet.merge.Merge;
import dev.stet.merge.MergePlan;
import dev.stet.merge.Resolution;
import dev.stet.merge.Resolutions;
import dev.stet.page.PageEdit;
import dev.stet.ref.AgentKey;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.PageRef;
import dev.stet.ref.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What a call can be about, given the state of an agent: mostly what is there, sometimes what is not. */
final class Scene {
    private static final List<String> NAMES = List.of(
            "Front desk",
            "Éclair",
            "éclair 2",
            "x",
            "Front desk",
            "Éclair",
            "\uFFFDx",
            "\uD83D\uDE00x",
            "x",
            " ",
            Setup.TOO_LONG);

    private final Model model;
    private final AgentKey key;
    private final Choices choices;

    Scene(Model model, AgentKey key, Choices choices) {
        this.model = model;
        this.key = key;
        this.choices = choices;
    }

    AgentKey key() {
        return key;
    }

    AgentState state() {
        return model.state(key);
    }

    AgentState state(AgentKey other) {
        return model.state(other);
    }

    int oneOf(int count) {
        return choices.next(count);
    }

    <T> T oneOf(List<T> options) {
        return options.get(choices.next(options.size()));
    }

    boolean oncePer(int times) {
        return choices.next(times) == times - 1;
    }

    String name() {
        return oneOf(NAMES);
    }

    String label() {
        return oneOf(List.of("", "first", "second", "first", "", "first", "second", "first", Setup.TOO_LONG));
    }

    String reason() {
        return oneOf(List.of("because", "why not", "so", "because", "so", "", "because", "so", Setup.TOO_LONG));
    }

    /** Mostly one of those that are there. */
    private <T> T mostly(List<T> there, T missing) {
        return oncePer(15) || there.isEmpty() ? missing : oneOf(there);
    }

    DraftId draft() {
        return mostly(draftsOf(state()), DraftId.of("never-opened"));
    }

    /** The open ones first, the latest of them before the others. */
    private static List<DraftId> draftsOf(AgentState agent) {
        List<Draft> latestFirst = new ArrayList<>(agent.drafts().values());
        Collections.reverse(latestFirst);
        latestFirst.sort(Comparator.comparing(Draft::status));
        return latestFirst.stream().limit(3).map(Draft::id).toList();
    }

    /** A draft as the caller saw it: mostly as it is. */
    DraftRef seenDraft() {
        DraftId id = draft();
        Draft draft = state().drafts().get(id);
        long revision = draft == null ? 1 : draft.revision();
        return new DraftRef(id, seen(revision));
    }

    /** A counter as the caller saw it: mostly as it is. */
    long seen(long revision) {
        int chance = choices.next(15);
        return chance == 13 ? Math.max(1, revision - 1) : chance == 14 ? revision + 1 : revision;
    }

    /** A draft onto the latest version, as the caller saw both. */
    MergePlan rebase() {
        DraftRef draft = seenDraft();
        long latest = Math.max(1, seen(state().versions().size()));
        Optional<Ref> base = Optional.ofNullable(state().drafts().get(draft.id()))
                .flatMap(seen -> seen.base().isPresent()
                        ? Optional.of(Ref.version(seen.base().getAsLong()))
                        : Optional.empty());
        Merge merge = merge(base, Ref.revision(draft), Ref.version(latest));
        return new MergePlan(draft, new MergePlan.Source.Latest(latest), base, OptionalLong.of(latest), merge);
    }

    /** One draft into another, as the caller saw both. */
    MergePlan merge() {
        DraftRef into = seenDraft();
        DraftRef from = seenDraft();
        Draft one = state().drafts().get(into.id());
        Draft other = state().drafts().get(from.id());
        OptionalLong newest = one == null || other == null ? OptionalLong.empty() : MergeVerbs.newest(one, other);
        Optional<Ref> base = newest.isPresent() ? Optional.of(Ref.version(newest.getAsLong())) : Optional.empty();
        Merge merge = merge(base, Ref.revision(into), Ref.revision(from));
        return new MergePlan(into, new MergePlan.Source.Other(from), base, newest, merge);
    }

    private Merge merge(Optional<Ref> base, Ref ours, Ref theirs) {
        return Merge.of(
                base.flatMap(state()::content).orElseGet(Content::empty),
                state().content(ours).orElseGet(Content::empty),
                state().content(theirs).orElseGet(Content::empty));
    }

    Resolutions resolutions() {
        return switch (choices.next(4)) {
            case 0, 1 -> Resolutions.none();
            case 2 -> Resolutions.all(Resolution.ours());
            default -> Resolutions.all(Resolution.theirs());
        };
    }

    long version() {
        return fromLast(state().versions().size());
    }

    long deployment() {
        return fromLast(state().deployments().size());
    }

    /** The last, or one before it, or, once in a while, the one after it. */
    private long fromLast(int count) {
        List<Long> there = LongStream.iterate(count, number -> number > 0, number -> number - 1)
                .boxed()
                .toList();
        return mostly(there, count + 1L);
    }

    String environment() {
        return mostly(pipeline(), "nowhere");
    }

    /** An environment in which something was deployed, where there is one: mostly the one where most was. */
    String servingEnvironment() {
        List<String> serving = pipeline().stream()
                .filter(name -> state().active(name).isPresent())
                .sorted(Comparator.comparingLong(this::deploymentsIn).reversed())
                .toList();
        if (serving.isEmpty() || oncePer(6)) {
            return environment();
        }
        return oncePer(3) ? oneOf(serving) : serving.get(0);
    }

    private long deploymentsIn(String environment) {
        return state().deployments().stream()
                .filter(made -> made.environment().equals(environment))
                .count();
    }

    private List<String> pipeline() {
        String kind = state().agent().map(Agent::kind).orElse("");
        return model.setup().pipelineOf(kind).environments();
    }

    Replacing replacing() {
        int chance = choices.next(10);
        return chance < 8
                ? Replacing.anything()
                : chance == 8 ? Replacing.nothing() : Replacing.deployment(deployment());
    }

    Ref ref() {
        return refOf(state());
    }

    Ref refOf(AgentState agent) {
        List<Ref> there = new ArrayList<>();
        draftsOf(agent).forEach(id -> there.add(Ref.draft(id)));
        agent.versions().forEach(version -> there.add(Ref.version(version.number())));
        agent.revisions().keySet().forEach(revision -> there.add(Ref.revision(revision)));
        return oncePer(15) || there.isEmpty() ? missingRef(agent) : oneOf(there);
    }

    private Ref missingRef(AgentState agent) {
        DraftId never = DraftId.of("never-opened");
        DraftId draft = mostly(draftsOf(agent), never);
        return oneOf(List.of(
                Ref.version(agent.versions().size() + 1L), Ref.draft(never), Ref.revision(new DraftRef(draft, 99))));
    }

    Content content() {
        Content content = Content.empty();
        int sections = choices.next(4);
        for (int i = 0; i < sections; i++) {
            String section = section();
            content = content.withSection(section, valueOf(section));
        }
        return content;
    }

    Edit edit() {
        String section = section();
        return switch (choices.next(6)) {
            case 0 -> Edit.section(section, valueOf(section));
            case 1 -> Edit.content(content());
            case 2 -> Edit.removeSection(section);
            case 3 -> Edit.mergePatch(JsonObject.of(section, valueOf(section)));
            case 4 -> Edit.jsonPatch(JsonPatch.parse(patch("add", section)));
            default -> Edit.jsonPatch(JsonPatch.parse(patch("replace", section)));
        };
    }

    private String patch(String operation, String section) {
        return "[{\"op\":\"" + operation + "\",\"path\":\"/" + section + "\",\"value\":"
                + valueOf(section).toJson() + "}]";
    }

    String section() {
        return oneOf(List.of(
                "prompt", Setup.REQUIRED_SECTION, "tools", "prompt", Setup.REQUIRED_SECTION, Setup.NEEDS_SECTION));
    }

    private JsonValue valueOf(String section) {
        return section.equals(Setup.NEEDS_SECTION)
                ? oneOf(List.of(JsonNull.NULL, bound("minProperties", 1), bound("minProperties", 2)))
                : value();
    }

    private static JsonObject bound(String keyword, int number) {
        return JsonObject.of(keyword, JsonValue.of(number));
    }

    /** A config page as the caller saw it: mostly as it is. */
    PageRef seenPage() {
        String environment = environment();
        long revision = state().environment(environment).page();
        return new PageRef(environment, oncePer(8) ? seen(revision) : revision);
    }

    /** A revision of a page: mostly one that it had. */
    long revisionOf(PageRef page) {
        return choices.next(Math.toIntExact(page.revision()) + 2);
    }

    /** What the model knows of JSON Schema. */
    private Content schema() {
        return Content.of(oneOf(List.of(
                JsonObject.of(),
                bound("minProperties", 1),
                bound("maxProperties", 1),
                bound("maxProperties", 2),
                JsonObject.of("title", JsonValue.of("anything goes")),
                JsonObject.of("type", JsonValue.of("nonsense")))));
    }

    PageEdit pageEdit() {
        return switch (choices.next(7)) {
            case 0 -> PageEdit.schema(schema());
            case 1 -> PageEdit.variables(variables()).withSchema(schema());
            case 2 -> PageEdit.mergePatch(JsonObject.of(variable(), JsonNull.NULL));
            case 3 -> PageEdit.mergePatch(variables().root());
            case 4 -> PageEdit.shallowMerge(variables().root().with(variable(), JsonNull.NULL));
            default -> PageEdit.variables(variables());
        };
    }

    private Content variables() {
        Content variables = Content.empty();
        int count = choices.next(4);
        for (int i = 0; i < count; i++) {
            variables = variables.withSection(variable(), value());
        }
        return variables;
    }

    private String variable() {
        return oneOf(List.of("phone", "fee", "\uD83D\uDE00/~"));
    }

    JsonValue value() {
        return JsonValue.of(choices.next(3));
    }
}
