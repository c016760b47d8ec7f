package dev.stet.merge;

import dev.stet.align.Lines;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.merge.Conflict.Kind;
import dev.stet.merge.Conflict.Span;
import dev.stet.merge.Contribution.By;
import dev.stet.merge.Regions.Region;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges texts of several lines, line by line. Between what one side changed and what the other did there is at least one
 * line that both left alone, or it is a conflict: lines next to each other are mostly about the same thing.
 */
final class TextMerge {
    private final Ledger ledger;
    private final Trio at;
    private final List<String> base;
    private final List<String> ours;
    private final List<String> theirs;
    private final Set<By> by = new LinkedHashSet<>();

    TextMerge(Ledger ledger, Trio at) {
        this.ledger = ledger;
        this.at = at;
        this.base = Lines.of(at.base().text());
        this.ours = Lines.of(at.ours().text());
        this.theirs = Lines.of(at.theirs().text());
    }

    /** Whether there is more than one line to begin with. */
    static boolean hasLines(Trio at) {
        return at.base().text().indexOf('\n') >= 0;
    }

    JsonString merged() {
        StringBuilder text = new StringBuilder();
        for (Region region :
                Regions.of(base.size(), Lines.chunks(base, ours), Lines.chunks(base, theirs), Regions::touch)) {
            text.append(merged(region));
        }
        by.forEach(who -> ledger.contributed(who, at.base(), who == By.THEIRS ? at.theirs() : at.ours()));
        return new JsonString(text.toString());
    }

    private String merged(Region region) {
        String our = joined(ours, region.ours());
        String their = joined(theirs, region.theirs());
        return switch (region.by()) {
            case NOBODY -> our;
            case OURS -> from(By.OURS, our);
            case THEIRS -> from(By.THEIRS, their);
            case BOTH -> our.equals(their) ? from(By.BOTH, our) : decided(region);
        };
    }

    private String from(By who, String text) {
        by.add(who);
        return text;
    }

    private String decided(Region region) {
        JsonValue decided = ledger.decide(new Conflict(
                Kind.LINES,
                at.base().part(region.base(), stretch(base, region.base())),
                at.ours().part(region.ours(), stretch(ours, region.ours())),
                at.theirs().part(region.theirs(), stretch(theirs, region.theirs()))));
        return decided instanceof JsonString lines ? lines.value() : "";
    }

    private static JsonString stretch(List<String> lines, Span span) {
        return new JsonString(joined(lines, span));
    }

    private static String joined(List<String> lines, Span span) {
        return String.join("", lines.subList(span.from(), span.to()));
    }
}
