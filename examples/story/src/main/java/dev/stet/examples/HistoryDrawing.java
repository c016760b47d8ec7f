package dev.stet.examples;

import dev.stet.Environments;
import dev.stet.Range;
import dev.stet.Versions;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agent's latest versions, newest first, beside one lane for each environment: a full dot where it serves the
 * version now, an open one where one of its latest deployments did.
 */
final class HistoryDrawing {
    private static final int SHOWN = 20;
    private static final int LABEL = 40;
    private static final int AUTHOR = 5;
    private static final String INDENT = "    ";

    private final Terminal terminal;
    private final StoryClock clock;
    private final Versions versions;
    private final Environments environments;

    HistoryDrawing(Terminal terminal, StoryClock clock, Versions versions, Environments environments) {
        this.terminal = terminal;
        this.clock = clock;
        this.versions = versions;
        this.environments = environments;
    }

    void draw() {
        List<Lane> lanes = environments.list().stream().map(this::lane).toList();
        terminal.blankLine();
        header(lanes);
        for (Version version :
                versions.list(VersionFilter.all(), Range.first(SHOWN)).items()) {
            drawVersion(version, lanes);
        }
        terminal.line(INDENT + terminal.paint(Ink.FAINT, "● serves now   ○ served before"));
    }

    private Lane lane(Environment environment) {
        Set<Long> served = new TreeSet<>();
        for (Deployment made :
                environments.history(environment.name(), Range.first(SHOWN)).items()) {
            made.version().ifPresent(served::add);
        }
        return new Lane(environment.name(), environment.version().orElse(0), served);
    }

    /** One name a line, each at the head of its lane. */
    private void header(List<Lane> lanes) {
        StringBuilder before = new StringBuilder(INDENT);
        for (int i = 0; i < lanes.size(); i++) {
            terminal.line(before + terminal.paint(ink(i), lanes.get(i).name()));
            before.append(terminal.paint(ink(i), "┊")).append("  ");
        }
    }

    private void drawVersion(Version version, List<Lane> lanes) {
        StringBuilder dots = new StringBuilder(INDENT);
        StringBuilder lines = new StringBuilder(INDENT);
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            dots.append(terminal.paint(ink(i), lane.dotAt(version.number()))).append("  ");
            lines.append(terminal.paint(ink(i), lane.lineBelow(version.number())))
                    .append("  ");
        }
        terminal.line(dots + headline(version));
        terminal.line(lines + "      " + terminal.paint(Ink.FAINT, details(version)));
    }

    private String headline(Version version) {
        return terminal.paint(Ink.BOLD, "%4d  ".formatted(version.number()))
                + Terminal.padded(Terminal.fitted(version.label(), LABEL), LABEL + 2)
                + Terminal.padded(version.publishedBy().displayName(), AUTHOR)
                + "%6s  %9s".formatted(clock.briefly(version.publishedAt()), new Bytes(version.size()));
    }

    private static String details(Version version) {
        int changed = version.changedSections().size();
        String sections = version.lineage().parent().isEmpty()
                ? "the first, " + changed + " sections"
                : "changed: " + String.join(", ", version.changedSections());
        String restored = version.lineage().restoredFrom().isPresent()
                ? "; restored from " + version.lineage().restoredFrom().getAsLong()
                : "";
        return Terminal.fitted(sections + restored, Terminal.WIDTH - 20);
    }

    private static Ink ink(int lane) {
        Ink[] inks = {Ink.CYAN, Ink.YELLOW, Ink.GREEN};
        return inks[lane % inks.length];
    }

    /**
     * One environment.
     *
     * @param serves the version it serves now; 0 when none
     * @param served every version it has served
     */
    private record Lane(String name, long serves, Set<Long> served) {
        String dotAt(long version) {
            if (version == serves) {
                return "●";
            }
            return served.contains(version) ? "○" : passing(version);
        }

        String lineBelow(long version) {
            return passing(version - 1);
        }

        /** A line between the versions it served; before the first and after the last, the way to the lane's name. */
        private String passing(long version) {
            if (served.stream().noneMatch(other -> other <= version)) {
                return " ";
            }
            return served.stream().anyMatch(other -> other > version) ? "│" : "┊";
        }
    }
}
