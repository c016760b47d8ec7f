package dev.stet.version;

import dev.stet.access.Actor;
import java.time.Instant;

/**
 * What may change on a version after publication.
 *
 * @param revision 1 at publication, one more for every change of the annotation: the compare-and-set token
 * @param label empty when there is none
 * @param description empty when there is none
 * @param pinned marked by people as one to keep at hand
 * @param archived put away: stays readable, is not deployed
 * @param by who last changed the annotation
 * @param at when that was, in microseconds
 */
public record Annotation(
        long revision, String label, String description, boolean pinned, boolean archived, Actor by, Instant at) {}
