package dev.stet.registry.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Range;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.Deploy;
import dev.stet.environment.RollBack;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.tck.Promise;
import dev.stet.version.Annotate;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import dev.stet.version.VersionInUseException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be done with a version: it is annotated, archived and listed, and says the same for ever. */
class VersionTest extends FrontDesk {
    @Promise(3)
    @Test
    void annotationsChangeAndNothingElseOfAVersionDoes() {
        Version version = published();
        Annotate annotate = Annotate.nothing().label("Golden").pinned(true);
        Version annotated = versions().annotate(1, 1, annotate);
        assertEquals("Golden", annotated.label());
        assertTrue(annotated.pinned());
        assertEquals(version, annotated.withAnnotation(version.annotation()));
        assertEquals(annotated, versions().get(1));
        assertEquals(2, versions().annotate(1, 2, annotate).annotation().revision());
        assertThrows(
                StaleAnnotationException.class,
                () -> versions().annotate(1, 1, Annotate.nothing().label("")));
        assertEquals("", versions().annotate(1, 2, Annotate.nothing().label("")).label());
    }

    @Test
    void aServingVersionIsNotArchivedAndAnArchivedOneNotDeployed() {
        published();
        publishedNext("Hi.");
        environments().deploy(Deploy.version(1, "sandbox"));
        Annotate archive = Annotate.nothing().archived(true);
        VersionInUseException inUse =
                assertThrows(VersionInUseException.class, () -> versions().annotate(1, 1, archive));
        assertEquals(List.of("sandbox"), inUse.environments());
        environments().deploy(Deploy.version(2, "sandbox"));
        versions().annotate(1, 1, archive);
        assertThrows(ArchivedVersionException.class, () -> environments().rollBack(RollBack.of("sandbox")));
    }

    @Test
    void versionsAreListedNewestFirstByCursorByOffsetAndByAnnotation() {
        published();
        publishedNext("Hi.");
        publishedNext("Hey.");
        versions().annotate(2, 1, Annotate.nothing().label("Golden").pinned(true));
        versions().annotate(1, 1, Annotate.nothing().archived(true));
        VersionFilter all = VersionFilter.all();
        assertEquals(List.of(3L, 2L, 1L), numbers(versions().listFrom(0, all, 9)));
        assertEquals(List.of(2L), numbers(versions().listFrom(1, all, 1)));
        assertEquals(List.of(2L), numbers(versions().listFrom(0, all.pinned(true), 9)));
        assertEquals(List.of(2L), numbers(versions().listFrom(0, all.label("Golden"), 9)));
        assertEquals(List.of(3L, 2L), numbers(versions().listFrom(0, all.archived(false), 9)));
        var first = versions().list(all, Range.first(2));
        assertEquals(List.of(3L, 2L), numbers(first.items()));
        var rest = versions().list(all, Range.after(first.next().orElseThrow(), 2));
        assertEquals(List.of(1L), numbers(rest.items()));
        assertEquals(Optional.empty(), rest.next());
    }

    private static List<Long> numbers(List<Version> versions) {
        return versions.stream().map(Version::number).toList();
    }
}
