package dev.stet.storage.memory;

import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.storage.DraftQuery;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The drafts of an agent and their revisions. Immutable.
 *
 * @param byId the drafts
 * @param lists the drafts in the order of their list: those in each status, and all of them under the empty key
 * @param revisions of each draft
 */
record Drafts(
        PMap<DraftId, Draft> byId,
        PMap<Optional<DraftStatus>, TreePMap<DraftQuery.Position, Draft>> lists,
        PMap<DraftId, Numbered<DraftRevision>> revisions) {
    static final Drafts NONE = new Drafts(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** @throws IllegalStateException when a revision is there already */
    Drafts plus(List<Draft> drafts, List<DraftRevision> added) {
        Drafts after = this;
        for (Draft draft : drafts) {
            after = after.with(draft);
        }
        PMap<DraftId, Numbered<DraftRevision>> states = revisions;
        for (DraftRevision revision : added) {
            states = states.plus(
                    revision.draft(),
                    states.getOrDefault(revision.draft(), Numbered.none()).plus(revision.number(), revision));
        }
        return new Drafts(after.byId, after.lists, states);
    }

    Drafts minus(List<DraftRef> removed) {
        PMap<DraftId, Numbered<DraftRevision>> states = revisions;
        for (DraftRef revision : removed) {
            states = states.plus(
                    revision.id(),
                    states.getOrDefault(revision.id(), Numbered.none()).minus(revision.revision()));
        }
        return new Drafts(byId, lists, states);
    }

    Optional<Draft> find(DraftId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Draft> list(DraftQuery query) {
        TreePMap<DraftQuery.Position, Draft> list = list(query.status());
        return query.after().map(position -> list.tailMap(position, false)).orElse(list).values().stream()
                .limit(query.limit())
                .toList();
    }

    List<DraftRevision> listRevisions(DraftId draft, long before, int limit) {
        return revisions
                .getOrDefault(draft, Numbered.none())
                .newestFirst(before)
                .limit(limit)
                .toList();
    }

    private Drafts with(Draft draft) {
        Drafts others = find(draft.id()).map(this::unlisted).orElse(this);
        Optional<DraftStatus> status = Optional.of(draft.status());
        DraftQuery.Position position = DraftQuery.Position.of(draft);
        return new Drafts(
                byId.plus(draft.id(), draft),
                others.lists
                        .plus(Optional.empty(), others.list(Optional.empty()).plus(position, draft))
                        .plus(status, others.list(status).plus(position, draft)),
                revisions);
    }

    private Drafts unlisted(Draft draft) {
        Optional<DraftStatus> status = Optional.of(draft.status());
        DraftQuery.Position position = DraftQuery.Position.of(draft);
        return new Drafts(
                byId,
                lists.plus(Optional.empty(), list(Optional.empty()).minus(position))
                        .plus(status, list(status).minus(position)),
                revisions);
    }

    private TreePMap<DraftQuery.Position, Draft> list(Optional<DraftStatus> status) {
        return lists.getOrDefault(status, TreePMap.empty(DraftQuery.Position.ORDER));
    }
}
