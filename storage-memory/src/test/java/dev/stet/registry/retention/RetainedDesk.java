package dev.stet.registry.retention;

import dev.stet.Retention;
import dev.stet.content.ContentHash;
import dev.stet.facts.ContentRow;
import dev.stet.facts.Facts;
import dev.stet.facts.StoredContent;
import dev.stet.registry.FrontDesk;
import dev.stet.retention.Keep;
import dev.stet.retention.RetentionPolicy;
import dev.stet.storage.tck.stage.Retained;
import dev.stet.version.Annotate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the tests of retention begin: a history, and what is there of it. */
abstract class RetainedDesk extends FrontDesk {
    static final RetentionPolicy NOTHING_BUT_NEEDED = RetentionPolicy.keepingAll()
            .draftRevisions(Keep.newest(0))
            .archivedVersions(Keep.newest(0))
            .servedWithin(Duration.ZERO);

    Retention retention() {
        return ana().retention(DESK);
    }

    /** So many versions, each a little other than the one before; these of them are archived then. */
    void history(int versions, long... archived) {
        published();
        for (int i = 2; i <= versions; i++) {
            publishedNext("Greeting " + i);
        }
        archive(archived);
    }

    void archive(long... numbers) {
        for (long number : numbers) {
            annotate(number, Annotate.nothing().archived(true));
        }
    }

    void annotate(long number, Annotate annotate) {
        versions().annotate(number, versions().get(number).annotation().revision(), annotate);
    }

    List<ContentRow> contents() {
        return new Facts(store()).listContents(ana().agents().get(DESK).key(), Optional.empty(), 99);
    }

    /** One content of the agent, without those that it builds on. */
    Optional<StoredContent> findContent(ContentHash hash) {
        return new Facts(store())
                .listContentChain(ana().agents().get(DESK).key(), hash, 1).stream()
                        .findFirst();
    }

    long storedBytes() {
        return contents().stream().mapToLong(ContentRow::length).sum();
    }

    void everythingVerifies() {
        Retained.verify(store(), ana(), DESK);
    }
}
