package dev.stet.render;

import dev.stet.content.JsonPointer;
import dev.stet.diff.Change;
import dev.stet.diff.Diff;
import dev.stet.diff.SectionDiff;
import dev.stet.diff.SectionSummary;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the page of a diff: its head, which side is which, what it contains, and each section with its changes. */
final class PageWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Diff diff;
    private final HtmlText html;
    private final ChangeHtml values;
    private final Labels before;
    private final Labels after;

    PageWriter(Diff diff, HtmlText html) {
        this.diff = diff;
        this.html = html;
        this.values = new ChangeHtml(html);
        this.before = new Labels(diff.from(), diff.identities());
        this.after = new Labels(diff.to(), diff.identities());
    }

    private record Part(String id, SectionDiff section, List<Entry> entries) {
        String id(int entry) {
            return id + "-" + (entry + 1);
        }
    }

    void write(String title, Side earlier, Side later) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (SectionDiff section : diff.sections()) {
            parts.add(new Part("s" + (parts.size() + 1), section, Entry.of(section, diff)));
        }
        html.markup(PageStyle.HEAD).plain(title).markup("</title>\n<style>\n");
        html.markup(PageStyle.STYLE)
                .markup("</style>\n</head>\n<body>\n<header>\n<h1>")
                .line(title);
        html.markup("</h1>\n<p>").line(diff.summary().toString()).markup("</p>\n</header>\n");
        if (!parts.isEmpty()) {
            contents(parts);
        }
        html.markup("<main>\n<div class=\"sides\">\n");
        side("before", "−", "Before", earlier);
        side("after", "+", "After", later);
        html.markup("</div>\n");
        for (Part part : parts) {
            section(part);
        }
        html.markup("</main>\n</body>\n</html>\n");
    }

    private void side(String kind, String sign, String name, Side side) throws IOException {
        html.markup("<p class=\"")
                .markup(kind)
                .markup("\"><span class=\"sign\">")
                .markup(sign);
        html.markup("</span> <strong>").markup(name).markup("</strong> ").line(side.name());
        if (side.author().isPresent() || side.time().isPresent()) {
            html.markup(" <span class=\"by\">");
            html.line(side.author().map(author -> "by " + author + " ").orElse(""));
            if (side.time().isPresent()) {
                Instant time = side.time().get();
                html.markup("<time datetime=\"").line(time.toString()).markup("\">");
                html.line(TIME.format(time)).markup("</time>");
            }
            html.markup("</span>");
        }
        html.markup("</p>\n");
    }

    private void contents(List<Part> parts) throws IOException {
        html.markup("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">What changed</h2>\n<ul>\n");
        for (Part part : parts) {
            html.markup("<li><a href=\"#")
                    .markup(part.id())
                    .markup("\">")
                    .line(name(part.section().section()));
            html.markup("</a> <span class=\"amount\">")
                    .line(amount(part.section()))
                    .markup("</span>");
            if (part.entries().stream().anyMatch(PageWriter::hasHeading)) {
                html.markup("\n<ul>\n");
                for (int i = 0; i < part.entries().size(); i++) {
                    entryOfContents(part, i);
                }
                html.markup("</ul>\n");
            }
            html.markup("</li>\n");
        }
        html.markup("</ul>\n</nav>\n");
    }

    private void entryOfContents(Part part, int index) throws IOException {
        Entry entry = part.entries().get(index);
        html.markup("<li><a href=\"#").markup(part.id(index)).markup("\">");
        crumbs(entry);
        html.markup("</a>");
        what(entry);
        html.markup("</li>\n");
    }

    private void section(Part part) throws IOException {
        html.markup("<section id=\"")
                .markup(part.id())
                .markup("\" aria-labelledby=\"")
                .markup(part.id());
        html.markup("-name\">\n<details open>\n<summary><h2 id=\"")
                .markup(part.id())
                .markup("-name\">");
        html.line(name(part.section().section())).markup("</h2> <span class=\"amount\">");
        html.line(amount(part.section())).markup("</span></summary>\n");
        for (int i = 0; i < part.entries().size(); i++) {
            entry(part, i);
        }
        html.markup("</details>\n</section>\n");
    }

    private void entry(Part part, int index) throws IOException {
        Entry entry = part.entries().get(index);
        html.markup("<article id=\"").markup(part.id(index)).markup("\">\n");
        if (hasHeading(entry)) {
            html.markup("<h3>");
            crumbs(entry);
            what(entry);
            html.markup("</h3>\n");
        }
        html.markup("<p class=\"at\"><code>").line(entry.place().toString()).markup("</code>");
        was(entry);
        html.markup("</p>\n");
        changes(entry);
        html.markup("</article>\n");
    }

    /** What is directly in its section is named by the heading of the section. */
    private static boolean hasHeading(Entry entry) {
        return entry.place().tokens().size() > 1 || entry.isGroup();
    }

    private void changes(Entry entry) throws IOException {
        Change first = entry.first();
        if (first instanceof Change.Added added) {
            values.added(entry.isGroup() ? valuesOf(entry) : PrettyJson.lines(added.value()));
        } else if (first instanceof Change.Removed removed) {
            values.removed(entry.isGroup() ? valuesOf(entry) : PrettyJson.lines(removed.value()));
        } else if (first instanceof Change.Renamed renamed) {
            html.markup("<p class=\"names\"><del>").line(last(renamed.from())).markup("</del> → <ins>");
            html.line(last(renamed.to())).markup("</ins></p>\n");
        } else if (first instanceof Change.Moved) {
            moves(entry);
        } else if (entry.isGroup()) {
            for (Change change : entry.changes()) {
                values.field(last(change.at()), (Change.Replaced) change);
            }
        } else {
            values.replaced((Change.Replaced) first);
        }
    }

    /** The short values that came or went together, one on each line. */
    private static List<String> valuesOf(Entry entry) {
        List<String> lines = new ArrayList<>();
        for (Change change : entry.changes()) {
            lines.addAll(PrettyJson.lines(
                    change instanceof Change.Added added ? added.value() : ((Change.Removed) change).value()));
        }
        return lines;
    }

    private void moves(Entry entry) throws IOException {
        html.markup("<ul class=\"moves\">\n");
        for (Change change : entry.changes()) {
            Change.Moved moved = (Change.Moved) change;
            List<Crumb> way = after.way(moved.to());
            html.markup("<li><strong>").line(way.get(way.size() - 1).shown()).markup("</strong> from ");
            html.line(position(moved.from())).markup(" to ").line(position(moved.to()));
            html.markup(" <code>").line(moved.from().toString()).markup("</code> → <code>");
            html.line(moved.to().toString()).markup("</code></li>\n");
        }
        html.markup("</ul>\n");
    }

    /** As people count. */
    private static String position(JsonPointer element) {
        return "place " + (Long.parseLong(last(element)) + 1);
    }

    private static String last(JsonPointer place) {
        return place.last();
    }

    private void crumbs(Entry entry) throws IOException {
        Labels labels = entry.first() instanceof Change.Removed ? before : after;
        List<Crumb> way = labels.way(entry.place());
        List<Crumb> inside = way.subList(Math.min(1, way.size() - 1), way.size());
        for (int i = 0; i < inside.size(); i++) {
            if (i > 0) {
                html.markup("<span class=\"sep\"> › </span>");
            }
            html.line(name(inside.get(i).shown()));
        }
    }

    private void what(Entry entry) throws IOException {
        Change first = entry.first();
        if (first instanceof Change.Added) {
            html.markup(" <span class=\"what added\">")
                    .line(count(entry) + "added")
                    .markup("</span>");
        } else if (first instanceof Change.Removed) {
            html.markup(" <span class=\"what removed\">")
                    .line(count(entry) + "removed")
                    .markup("</span>");
        } else if (first instanceof Change.Renamed) {
            html.markup(" <span class=\"what\">renamed</span>");
        } else if (first instanceof Change.Moved) {
            html.markup(" <span class=\"what\">")
                    .line(entry.changes().size() + " moved")
                    .markup("</span>");
        }
    }

    private static String count(Entry entry) {
        return entry.isGroup() ? entry.changes().size() + " " : "";
    }

    private void was(Entry entry) throws IOException {
        Optional<JsonPointer> from = Optional.empty();
        if (entry.first() instanceof Change.Replaced replaced) {
            from = Optional.of(replaced.from());
        } else if (entry.first() instanceof Change.Renamed renamed) {
            from = Optional.of(renamed.from());
        }
        int depth = entry.place().tokens().size();
        Optional<JsonPointer> was = from.map(
                        place -> new JsonPointer(place.tokens().subList(0, depth)))
                .filter(place -> !place.equals(entry.place()));
        if (was.isPresent()) {
            html.markup(" was <code>").line(was.get().toString()).markup("</code>");
        }
    }

    private static String amount(SectionDiff section) {
        return SectionSummary.of(section).amount();
    }

    private static String name(String name) {
        return name.isBlank() ? "“" + name + "”" : name;
    }
}
