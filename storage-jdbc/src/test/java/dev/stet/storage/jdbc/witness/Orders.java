package dev.stet.storage.jdbc.witness;

import dev.stet.ref.AgentId;
import dev.stet.storage.jdbc.Durability;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a program is to do.
 *
 * @param url of the database, with the two that follow
 * @param user empty for none
 * @param password empty for none
 * @param durability how it opens the store
 * @param name of the program in this run: unlike that of any other, as the calls are named after it
 * @param players how many threads make calls
 * @param turns how many changes each of them makes, beside those that are refused
 * @param agents what the names of the agents begin with that are there already, each with the draft {@link #SHARED}
 * @param agentCount how many of them there are
 * @param inventing whether players also create agents and open drafts of their own
 * @param longest how long the longest text is that is saved
 * @param manner how it uses the store
 * @param seed of their choices
 */
public record Orders(
        String url,
        String user,
        String password,
        Durability durability,
        String name,
        int players,
        int turns,
        String agents,
        int agentCount,
        boolean inventing,
        int longest,
        Manner manner,
        long seed) {
    /** As many turns as there is time for. */
    public static final int WITHOUT_END = Integer.MAX_VALUE;

    /** The draft that all players save and publish. */
    public static final String SHARED = "shared";

    static Orders of(List<String> words) {
        return new Orders(
                words.get(0),
                words.get(1),
                words.get(2),
                Durability.valueOf(words.get(3)),
                words.get(4),
                Integer.parseInt(words.get(5)),
                Integer.parseInt(words.get(6)),
                words.get(7),
                Integer.parseInt(words.get(8)),
                Boolean.parseBoolean(words.get(9)),
                Integer.parseInt(words.get(10)),
                Manner.valueOf(words.get(11)),
                Long.parseLong(words.get(12)));
    }

    List<String> words() {
        Object[] members = {
            url, user, password, durability, name, players, turns, agents, agentCount, inventing, longest, manner, seed
        };
        return Arrays.stream(members).map(Object::toString).toList();
    }

    /** The same for a program of another name, which makes other choices. */
    public Orders named(String given) {
        return new Orders(
                url,
                user,
                password,
                durability,
                given,
                players,
                turns,
                agents,
                agentCount,
                inventing,
                longest,
                manner,
                seed);
    }

    /** The agents that are there already. */
    public List<AgentId> agentIds() {
        return IntStream.range(0, agentCount)
                .mapToObj(i -> AgentId.of(agents + i))
                .toList();
    }
}
