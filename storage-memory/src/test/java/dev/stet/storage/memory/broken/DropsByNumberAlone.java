package dev.stet.storage.memory.broken;

import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.ref.DraftRef;
import dev.stet.storage.ApplyResult;
import dev.stet.storage.Changeset;
import dev.stet.storage.DraftQuery;
import dev.stet.storage.Removed;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.storage.tck.ForwardingStorage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes the draft revisions with a number, of whatever draft. */
public final class DropsByNumberAlone extends ForwardingStorage {
    public DropsByNumberAlone() {
        super(new MemoryStorage());
    }

    @Override
    public ApplyResult apply(Changeset changeset, Duration patience) {
        Removed removed = changeset.removed();
        List<Draft> drafts =
                listDrafts(changeset.key(), new DraftQuery(Optional.empty(), Optional.empty(), Integer.MAX_VALUE));
        List<DraftRef> revisions = removed.revisions().stream()
                .flatMap(named -> drafts.stream().flatMap(draft -> numbered(changeset, draft, named.revision())))
                .distinct()
                .toList();
        return super.apply(
                Rewriting.withRemoved(changeset, new Removed(removed.versions(), revisions, removed.contents())),
                patience);
    }

    private Stream<DraftRef> numbered(Changeset changeset, Draft draft, long number) {
        return listRevisions(changeset.key(), draft.id(), number + 1, 1).stream()
                .filter(revision -> revision.number() == number)
                .map(DraftRevision::ref);
    }
}
