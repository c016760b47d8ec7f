package dev.stet;

import dev.stet.content.Content;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.page.ConfigPage;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What runs: the content, and what a host should log beside a conversation to know later what it ran on.
 *
 * @param agent whose content
 * @param ref which of the agent's contents: a version, or a draft revision for a test run
 * @param environment the environment that was asked, where one was
 * @param deployment the number of the deployment that put the version there, where an environment was asked
 * @param content the content. Immutable and shared: resolving neither copies nor parses what is in memory
 * @param variables those of the environment's config page, at the same instant, secrets and all; none where no environment was asked
 * @param pageRevision which revision of the page that was; 0 where nobody has put anything on it, or no environment was asked
 */
public record Resolution(
        AgentKey agent,
        Ref ref,
        Optional<String> environment,
        OptionalLong deployment,
        Content content,
        Content variables,
        long pageRevision) {
    /**
     * Fills the variables of a config page into a text of the content.
     *
     * @see #rendered
     */
    @FunctionalInterface
    public interface Renderer {
        /**
         * The text with what it refers to filled in.
         *
         * @param text one string value of the content
         * @param variables those of the config page
         */
        String render(String text, JsonObject variables);
    }

    /**
     * The content with every string value, but no member name, passed through the host's renderer: so that
     * {@code {{page.phone}}} in a prompt becomes a phone number, in whatever template language the host has. Made anew on
     * every call; what the renderer throws comes through.
     */
    public Content rendered(Renderer renderer) {
        return Content.of((JsonObject) rendered(content.root(), renderer));
    }

    private JsonValue rendered(JsonValue value, Renderer renderer) {
        if (value instanceof JsonString text) {
            return JsonValue.of(renderer.render(text.value(), variables.root()));
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(array.elements().stream()
                    .map(element -> rendered(element, renderer))
                    .toList());
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, rendered(member, renderer)));
            return new JsonObject(members);
        }
        return value;
    }

    /**
     * The same content beside a config page: so that a draft, or the version of a session, runs with what holds now. To run
     * with the page's secrets, ask for it {@link ConfigPages#inClearText() in clear text}.
     */
    public Resolution with(ConfigPage page) {
        return new Resolution(agent, ref, environment, deployment, content, page.variables(), page.revision());
    }

    /** The number of the version; empty for a test run of a draft. */
    public OptionalLong version() {
        return ref instanceof Ref.OfVersion version ? OptionalLong.of(version.number()) : OptionalLong.empty();
    }

    /** Names this very content, so that a session goes on with it whatever is deployed meanwhile. */
    public Pin pin() {
        return new Pin(agent.agent(), ref);
    }
}
