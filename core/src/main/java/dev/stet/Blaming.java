package dev.stet;

import dev.stet.content.Content;
import dev.stet.content.Fingerprint;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import dev.stet.diff.Diff;
import dev.stet.facts.VersionQuery;
import dev.stet.input.Given;
import dev.stet.ref.AgentKey;
import dev.stet.version.ValueChange;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes back through the versions of an agent, and tells which of them changed the value at a place. */
final class Blaming {
    /** The most versions, and the most contents, that one call looks at. */
    private static final int MOST_VERSIONS = 1_000;

    private static final int MOST_COMPARED = 100;
    private static final int PAGE = 100;
    private static final String CURSOR = "blame";

    private final Registry registry;
    private final AgentKey key;
    private final Identities identities;

    Blaming(Registry registry, AgentKey key) {
        this.registry = registry;
        this.key = key;
        this.identities =
                registry.policies().identitiesOf(registry.rows().agent(key).kind());
    }

    Listing<ValueChange> blame(Start start, int limit) {
        return new Search(start, limit).from(start.before());
    }

    /**
     * Where a search begins.
     *
     * @param list the list that its cursors belong to
     * @param place where the value is in the newest version that is looked at
     * @param before versions below this number are looked at
     */
    record Start(String list, JsonPointer place, long before) {
        static Start of(AgentKey key, JsonPointer place, Range range) {
            String list = Cursor.list(CURSOR, key, Given.the("place", place));
            Optional<Cursor> after = Given.the("range", range).after();
            if (after.isEmpty()) {
                return new Start(list, place, Long.MAX_VALUE);
            }
            Cursor cursor = after.get();
            List<String> parts = cursor.parts(list, 2);
            return new Start(list, cursor.read(parts.get(1), JsonPointer::parse), cursor.number(parts.get(0)));
        }
    }

    /** What is left of a list, and how much of it was looked at. */
    private final class Search {
        private final List<ValueChange> found = new ArrayList<>();
        private final String list;
        private final int limit;
        private Optional<JsonPointer> place;
        private int versions;
        private int compared;

        Search(Start start, int limit) {
            this.list = start.list();
            this.place = Optional.of(start.place());
            this.limit = limit;
        }

        Listing<ValueChange> from(long newest) {
            long before = newest;
            while (true) {
                List<Version> page =
                        registry.facts().listVersions(key, new VersionQuery(VersionFilter.all(), before, 0, PAGE + 1));
                boolean last = page.size() <= PAGE;
                for (int i = 0; i < Math.min(page.size(), PAGE); i++) {
                    Version version = page.get(i);
                    boolean first = last && i == page.size() - 1;
                    look(version, first ? Optional.empty() : Optional.of(page.get(i + 1)));
                    before = version.number();
                    if (first || place.isEmpty()) {
                        return new Listing<>(found, Optional.empty());
                    }
                    if (isEnough()) {
                        return new Listing<>(found, Optional.of(Cursor.of(list, before, place.get())));
                    }
                }
                if (last) {
                    return new Listing<>(found, Optional.empty());
                }
            }
        }

        private boolean isEnough() {
            return found.size() == limit || versions >= MOST_VERSIONS || compared >= MOST_COMPARED;
        }

        private void look(Version version, Optional<Version> parent) {
            versions++;
            JsonPointer at = place.orElseThrow();
            if (!mayHaveChanged(version, parent, at)) {
                return;
            }
            compared++;
            Content after = registry.rows().content(key, version);
            Content before =
                    parent.map(earlier -> registry.rows().content(key, earlier)).orElse(Content.empty());
            place = origin(before, after, at);
            Optional<JsonValue> was = place.flatMap(before.root()::find);
            Optional<JsonValue> is = after.root().find(at);
            if (!same(was, is)) {
                found.add(new ValueChange(version, at, was, is));
            }
        }

        /** A version tells which sections it changed of the one before, unless that one is there no more. */
        private static boolean mayHaveChanged(Version version, Optional<Version> parent, JsonPointer at) {
            boolean follows = parent.filter(earlier -> earlier.number() == version.number() - 1)
                    .isPresent();
            return !follows
                    || at.isRoot()
                    || version.changedSections().contains(at.tokens().get(0));
        }

        private static boolean same(Optional<JsonValue> was, Optional<JsonValue> is) {
            return was.isPresent() == is.isPresent()
                    && was.map(value -> Fingerprint.same(value, is.orElseThrow()))
                            .orElse(true);
        }
    }

    /** Where the value was, or would have been; empty where it came with its element of an array. */
    private Optional<JsonPointer> origin(Content before, Content after, JsonPointer place) {
        if (place.isRoot()) {
            return Optional.of(place);
        }
        Diff diff = Diff.between(section(before, place), section(after, place), identities);
        List<String> tokens = place.tokens();
        for (int depth = tokens.size(); depth > 0; depth--) {
            Optional<JsonPointer> origin = diff.findOrigin(new JsonPointer(tokens.subList(0, depth)));
            if (origin.isPresent()) {
                return Optional.of(extended(origin.get(), tokens.subList(depth, tokens.size())));
            }
            JsonPointer parent = new JsonPointer(tokens.subList(0, depth - 1));
            if (after.root().find(parent).filter(JsonArray.class::isInstance).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(place);
    }

    private static JsonPointer extended(JsonPointer place, List<String> tokens) {
        List<String> longer = new ArrayList<>(place.tokens());
        longer.addAll(tokens);
        return new JsonPointer(longer);
    }

    private static Content section(Content content, JsonPointer place) {
        String name = place.tokens().get(0);
        return content.section(name)
                .map(value -> Content.empty().withSection(name, value))
                .orElse(Content.empty());
    }
}
