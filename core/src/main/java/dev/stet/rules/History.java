package dev.stet.rules;

import dev.stet.agent.Agent;
import dev.stet.draft.Draft;
import dev.stet.draft.DraftRevision;
import dev.stet.draft.DraftStatus;
import dev.stet.environment.Environment;
import dev.stet.facts.ContentRow;
import dev.stet.page.PageRevision;
import dev.stet.version.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All of an agent that retention has to look at.
 *
 * @param versions newest first
 * @param drafts latest opened first
 * @param revisions of the drafts in this order; of each, newest first
 * @param environments as they are
 * @param pages the revisions of the config pages, all of which stay; of each, newest first
 * @param served the numbers of the versions that served within the while that the policy names
 * @param contents in any order
 */
public record History(
        Agent agent,
        List<Version> versions,
        List<Draft> drafts,
        List<DraftRevision> revisions,
        List<Environment> environments,
        List<PageRevision> pages,
        Set<Long> served,
        List<ContentRow> contents) {
    public History {
        versions = List.copyOf(versions);
        drafts = List.copyOf(drafts);
        revisions = List.copyOf(revisions);
        environments = List.copyOf(environments);
        pages = List.copyOf(pages);
        served = Set.copyOf(served);
        contents = List.copyOf(contents);
    }

    Stream<Draft> openDrafts() {
        return drafts.stream().filter(draft -> draft.status() == DraftStatus.OPEN);
    }
}
