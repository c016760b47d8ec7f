package dev.stet.merge;

import dev.stet.align.Renames;
import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Contribution.By;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks three contents at once, no deeper than where at most one side differs from the base. */
final class Walk {
    private final Identities identities;
    private final Ledger ledger;

    Walk(Identities identities, Ledger ledger) {
        this.identities = identities;
        this.ledger = ledger;
    }

    /** The merged content, with nothing where a conflict is not resolved. */
    Content merged(Content base, Content ours, Content theirs) {
        Trio whole = new Trio(
                new Spot(JsonPointer.ROOT, base.root()),
                new Spot(JsonPointer.ROOT, ours.root()),
                new Spot(JsonPointer.ROOT, theirs.root()));
        return merged(whole) instanceof JsonObject root ? Content.of(root) : Content.empty();
    }

    @Nullable
    JsonValue merged(Trio at) {
        Optional<Spot> agreed = agreed(at);
        if (agreed.isPresent()) {
            return agreed.get().value();
        }
        if (at.all(JsonObject.class)) {
            return members(at);
        }
        if (at.all(JsonArray.class)) {
            return new ArrayMerge(this, ledger, at, Elements.of(at, identities)).merged();
        }
        if (at.all(JsonString.class) && TextMerge.hasLines(at)) {
            return new TextMerge(ledger, at).merged();
        }
        return ledger.decide(at.conflict());
    }

    /** What there is where at most one side changed something, or both the same. */
    private Optional<Spot> agreed(Trio at) {
        Spot ours = at.ours();
        Spot theirs = at.theirs();
        if (ours.saysTheSameAs(at.base())) {
            if (!theirs.saysTheSameAs(at.base())) {
                ledger.contributed(By.THEIRS, at.base(), theirs);
                return Optional.of(theirs);
            }
            return Optional.of(ours);
        }
        if (theirs.saysTheSameAs(at.base())) {
            ledger.contributed(By.OURS, at.base(), ours);
            return Optional.of(ours);
        }
        if (ours.saysTheSameAs(theirs)) {
            ledger.contributed(By.BOTH, at.base(), ours);
            return Optional.of(ours);
        }
        return Optional.empty();
    }

    private JsonObject members(Trio at) {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        Map<String, Renaming> renamings = renamings(at);
        for (String name : names(at)) {
            Renaming renaming = renamings.get(name);
            if (renaming == null) {
                put(merged, name, merged(at.member(name)));
            } else if (renaming.name().equals(name)) {
                Renaming.Outcome outcome = renaming.merged(ledger, value -> value);
                put(merged, outcome.name().at().last(), outcome.value());
            }
        }
        return new JsonObject(merged);
    }

    /** In the order of ours; what only theirs has follows what it follows there. */
    private static List<String> names(Trio at) {
        Set<String> ours = at.ours().members().keySet();
        return Weave.of(ours, at.theirs().members().keySet(), new HashSet<>(ours)::contains);
    }

    private static void put(Map<String, JsonValue> merged, String name, @Nullable JsonValue value) {
        if (value != null) {
            merged.put(name, value);
        }
    }

    /** By each of its names. */
    private static Map<String, Renaming> renamings(Trio at) {
        Map<String, String> ours = renames(at.base(), at.ours(), at.theirs());
        Map<String, String> theirs = renames(at.base(), at.theirs(), at.ours());
        Map<String, Renaming> renamings = new HashMap<>();
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            String our = ours.getOrDefault(name, name);
            String their = theirs.getOrDefault(name, name);
            Trio there = new Trio(
                    at.base().member(name), at.ours().member(our), at.theirs().member(their));
            boolean byOurs = !our.equals(name);
            boolean byTheirs = !their.equals(name);
            if ((byOurs && byTheirs)
                    || (byOurs && isCertain(there.base(), there.ours(), there.theirs()))
                    || (byTheirs && isCertain(there.base(), there.theirs(), there.ours()))) {
                Renaming renaming = new Renaming(there, byOurs, byTheirs);
                List.of(name, our, their).forEach(each -> renamings.put(each, renaming));
            }
        }
        return renamings;
    }

    /** What the other side has, too, is no other name for something else. */
    private static Map<String, String> renames(Spot base, Spot side, Spot other) {
        Map<String, String> renames = Renames.ofMembers(base.members(), side.members());
        renames.values().removeAll(other.members().keySet());
        return renames;
    }

    /** Small values that one side has elsewhere, while the other has none of them, may be the same by chance. */
    private static boolean isCertain(Spot before, Spot renamed, Spot other) {
        JsonValue was = before.value();
        boolean large = was != null && was.isContainer();
        return renamed.saysTheSameAs(before) && (large || !other.isAbsent());
    }
}
