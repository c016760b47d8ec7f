package dev.stet.agent;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How far an agent's history has come. Every change of an agent, of whatever kind, moves its head by one; a change is
 * applied only to the head it was decided on.
 *
 * @param revision 1 after the agent was created, one more for every change since
 * @param at the time of the last change. It never runs backwards: a change on a clock that is behind takes the time of the
 *     change before it
 * @param latestVersion the highest version number; 0 before the first publish
 * @param latestDeployment the highest deployment number; 0 before the first deployment
 * @param openDrafts how many drafts are open
 * @param servedIn the environments in which a version of the agent serves, in the order of their UTF-16 code units
 * @param leap where its time leapt, and whether a clock was wrong then is not known yet
 */
public record Head(
        long revision,
        Instant at,
        long latestVersion,
        long latestDeployment,
        int openDrafts,
        NavigableSet<String> servedIn,
        Optional<Leap> leap) {
    public Head {
        servedIn = Collections.unmodifiableNavigableSet(new TreeSet<>(servedIn));
    }
}
