package dev.stet;

import dev.stet.access.Action;
import dev.stet.content.JsonPointer;
import dev.stet.facts.VersionQuery;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.AgentKey;
import dev.stet.ref.VersionId;
import dev.stet.rules.AnnotateVersion;
import dev.stet.version.Annotate;
import dev.stet.version.ValueChange;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.Optional;

/** The versions of one agent. How many there are is its {@link dev.stet.agent.Head#latestVersion()}. Thread-safe. */
public final class Versions {
    private static final String CURSOR = "versions";

    private final Registry registry;
    private final Scope scope;
    private final AgentKey key;

    Versions(Registry registry, Scope scope, AgentId agent) {
        this.registry = registry;
        this.scope = scope;
        this.key = scope.key(agent);
    }

    public Optional<Version> find(long number) {
        scope.permit(Action.READ, key.agent());
        return registry.facts().findVersion(key, number);
    }

    public Optional<Version> find(VersionId id) {
        Given.the("version id", id);
        scope.permit(Action.READ, key.agent());
        return registry.facts().findVersion(key, id);
    }

    /**
     * The version with this number.
     *
     * @throws dev.stet.error.NotFoundException when there is no such version
     */
    public Version get(long number) {
        scope.permit(Action.READ, key.agent());
        return registry.rows().version(key, number);
    }

    /** The version with the highest number; empty before the first publish. */
    public Optional<Version> findLatest() {
        return listFrom(0, VersionFilter.all(), 1).stream().findFirst();
    }

    /** The versions that pass a filter, newest first. */
    public Listing<Version> list(VersionFilter filter, Range range) {
        String list = Cursor.list(CURSOR, key, Given.the("filter", filter));
        long before = Cursor.before(list, range);
        scope.permit(Action.READ, key.agent());
        List<Version> found =
                registry.facts().listVersions(key, new VersionQuery(filter, before, 0, range.limit() + 1));
        return range.listing(found, version -> Cursor.of(list, version.number()));
    }

    /** The same by offset, for hosts whose own API counts pages; it costs in proportion to the offset. */
    public List<Version> listFrom(long offset, VersionFilter filter, int limit) {
        Given.the("filter", filter);
        Range.requireLimit(limit);
        Range.requireOffset(offset);
        scope.permit(Action.READ, key.agent());
        return registry.facts().listVersions(key, new VersionQuery(filter, Long.MAX_VALUE, offset, limit));
    }

    /**
     * The versions that changed the value at a place, newest first: who published them and when, what it was and became.
     *
     * <p>The place is one in the latest version. It is followed back as the value was: where elements of arrays are known
     * again by identity, a node that moved is still that node, and that it moved is no change of it. A change inside of the
     * value is one. For a value in an element of an array, the list ends with the version that brought the element; any other
     * place is followed through versions in which it held nothing.
     *
     * <p>Versions whose section did not change are passed over without reading their content. One call looks at no more than
     * 1,000 versions and compares no more than 100 contents: it may return less than the limit, even nothing, and still
     * name where to go on.
     *
     * @throws dev.stet.error.NotFoundException when there is no such agent
     * @throws dev.stet.storage.DamagedContentException when the store does not return what was published
     */
    public Listing<ValueChange> blame(JsonPointer place, Range range) {
        Blaming.Start start = Blaming.Start.of(key, place, range);
        scope.permit(Action.READ, key.agent());
        return registry.rows().steady(key, () -> new Blaming(registry, key).blame(start, range.limit()));
    }

    /**
     * The version that last changed the value at a place: the first of {@link #blame(JsonPointer, Range)}, however many
     * versions have to be looked at for it. Empty when no version has held anything there.
     */
    public Optional<ValueChange> findLastChange(JsonPointer place) {
        Given.the("place", place);
        Listing<ValueChange> part = blame(place, Range.first(1));
        while (part.items().isEmpty() && part.next().isPresent()) {
            part = blame(place, Range.after(part.next().get(), 1));
        }
        return part.items().stream().findFirst();
    }

    /**
     * Changes a version's annotation: label, description, pin, archive. A change to what already is makes no revision.
     *
     * @param expectedRevision the revision of the annotation as the caller saw it
     * @return the version as it is now
     * @throws dev.stet.error.NotFoundException when there is no such version
     * @throws dev.stet.version.StaleAnnotationException when the annotation was changed since
     * @throws dev.stet.version.VersionInUseException when it would archive a version that serves an environment
     */
    public Version annotate(long number, long expectedRevision, Annotate annotate) {
        Given.the("annotation", annotate);
        return registry.changes()
                .make(scope, new AnnotateVersion(key, number, expectedRevision, annotate, registry.policies()));
    }

    /**
     * Reads a version's content from the store, past every cache, and computes its hash anew.
     *
     * @return the version, whose content is what was published
     * @throws dev.stet.error.NotFoundException when there is no such version
     * @throws dev.stet.storage.DamagedContentException when its content is missing or not what was published
     */
    public Version verify(long number) {
        scope.permit(Action.READ, key.agent());
        Version version = registry.rows().version(key, number);
        registry.rows().storedContent(key, version);
        return version;
    }
}
