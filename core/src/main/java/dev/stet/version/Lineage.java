package dev.stet.version;

import dev.stet.ref.DraftRef;
import dev.stet.ref.Origin;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a version comes from.
 *
 * @param parent the version that was the latest before; empty for the first
 * @param base the version its draft was built on. Differs from the parent where a stale draft was published on purpose
 * @param draft the draft, and its revision, that was published
 * @param restoredFrom the version that was restored into that draft, where nothing was saved over it before the publish
 * @param duplicatedFrom what the agent was duplicated from, where the draft was the duplicate's first,
 *     or opened from that before it built on a version
 */
public record Lineage(
        OptionalLong parent,
        OptionalLong base,
        DraftRef draft,
        OptionalLong restoredFrom,
        Optional<Origin> duplicatedFrom) {}
