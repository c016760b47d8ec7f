package dev.stet.diff;

import dev.stet.align.Alignment;
import dev.stet.content.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a place in the later content back into the earlier one. */
final class Origin {

    private Origin() {}

    static Optional<JsonPointer> of(Difference root, JsonPointer place) {
        List<String> tokens = new ArrayList<>();
        @Nullable Difference difference = root;
        for (String token : place.tokens()) {
            if (difference instanceof Difference.Addition || difference instanceof Difference.Replacement) {
                return Optional.empty();
            }
            if (difference instanceof Difference.Elements elements) {
                Optional<Integer> index =
                        JsonPointer.index(token, elements.to().elements().size());
                Optional<Alignment.Pair> pair = index.flatMap(to -> pair(elements.alignment(), to));
                if (index.isPresent() && pair.isEmpty()) {
                    return Optional.empty();
                }
                tokens.add(pair.map(found -> Integer.toString(found.from())).orElse(token));
                difference = index.map(elements.changed()::get).orElse(null);
            } else {
                @Nullable
                Difference inside = difference instanceof Difference.Members members
                        ? members.changed().get(token)
                        : null;
                if (inside instanceof Difference.Renaming renaming) {
                    tokens.add(renaming.from());
                    difference = renaming.inside().orElse(null);
                } else {
                    tokens.add(token);
                    difference = inside;
                }
            }
        }
        return difference instanceof Difference.Addition ? Optional.empty() : Optional.of(new JsonPointer(tokens));
    }

    private static Optional<Alignment.Pair> pair(Alignment alignment, int to) {
        return alignment.pairs().stream().filter(pair -> pair.to() == to).findFirst();
    }
}
