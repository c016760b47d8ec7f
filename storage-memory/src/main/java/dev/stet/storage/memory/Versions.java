package dev.stet.storage.memory;

import dev.stet.ref.VersionId;
import dev.stet.storage.Annotated;
import dev.stet.storage.VersionQuery;
import dev.stet.version.Version;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The versions of an agent. Immutable.
 *
 * @param numbered the versions
 * @param numbers the number of each, by its id
 */
record Versions(Numbered<Version> numbered, PMap<VersionId, Long> numbers) {
    static final Versions NONE = new Versions(Numbered.none(), HashTreePMap.empty());

    /** @throws IllegalStateException when a number or an id is taken, or an annotated version is not there */
    Versions plus(List<Version> added, List<Annotated> annotations) {
        Numbered<Version> versions = numbered;
        PMap<VersionId, Long> ids = numbers;
        for (Version version : added) {
            if (ids.containsKey(version.id())) {
                throw new IllegalStateException("version id " + version.id() + " is taken");
            }
            versions = versions.plus(version.number(), version);
            ids = ids.plus(version.id(), version.number());
        }
        for (Annotated annotated : annotations) {
            versions = versions.changed(annotated.version(), version -> version.withAnnotation(annotated.annotation()));
        }
        return new Versions(versions, ids);
    }

    Versions minus(List<Long> removed) {
        Versions after = this;
        for (long number : removed) {
            Versions before = after;
            after = before.find(number)
                    .map(version -> new Versions(before.numbered.minus(number), before.numbers.minus(version.id())))
                    .orElse(before);
        }
        return after;
    }

    Optional<Version> find(long number) {
        return numbered.find(number);
    }

    Optional<Version> find(VersionId id) {
        return Optional.ofNullable(numbers.get(id)).flatMap(numbered::find);
    }

    List<Version> list(VersionQuery query) {
        return numbered.newestFirst(query.before())
                .filter(query.filter()::accepts)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }
}
