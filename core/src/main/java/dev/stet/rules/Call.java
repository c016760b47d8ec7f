package dev.stet.rules;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.DraftId;
import dev.stet.ref.RequestId;
import dev.stet.ref.VersionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a rule needs to know about one attempt of one call, beside the command: everything that is not in the store and
 * that a rule may not find out by itself.
 *
 * @param actor who calls
 * @param request the host's request id
 * @param asked the hash of what was asked on that request
 * @param now the time, truncated to microseconds
 * @param clockTolerance how far from each other the clocks of the host may be
 * @param newDraft the id of a draft, should one be opened without an id of the host's
 * @param newVersion the id of a version, should one be published without an id of the host's
 */
public record Call(
        Actor actor,
        Optional<RequestId> request,
        Optional<ContentHash> asked,
        Instant now,
        Duration clockTolerance,
        DraftId newDraft,
        VersionId newVersion) {}
