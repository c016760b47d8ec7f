package dev.stet.merge;

import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonArray;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Contribution.By;
import java.util.LinkedHashMap;
import java.util.Map;
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
                new Spot(Trail.ROOT, base.root()),
                new Spot(Trail.ROOT, ours.root()),
                new Spot(Trail.ROOT, theirs.root()));
        return merged(whole) instanceof JsonObject root ? Content.of(root) : Content.empty();
    }

    @Nullable
    JsonValue merged(Trio at) {
        Spot ours = at.ours();
        Spot theirs = at.theirs();
        if (ours.saysTheSameAs(at.base())) {
            if (!theirs.saysTheSameAs(at.base())) {
                ledger.contributed(By.THEIRS, at.base(), theirs);
                return theirs.value();
            }
            return ours.value();
        }
        if (theirs.saysTheSameAs(at.base())) {
            ledger.contributed(By.OURS, at.base(), ours);
            return ours.value();
        }
        if (ours.saysTheSameAs(theirs)) {
            ledger.contributed(By.BOTH, at.base(), ours);
            return ours.value();
        }
        return inside(at);
    }

    private @Nullable JsonValue inside(Trio at) {
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

    /** In the order of ours; what only theirs has follows what it follows there. */
    private JsonObject members(Trio at) {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        for (String name :
                Weave.of(at.ours().members().keySet(), at.theirs().members().keySet())) {
            JsonValue value = merged(at.member(name));
            if (value != null) {
                merged.put(name, value);
            }
        }
        return new JsonObject(merged);
    }
}
