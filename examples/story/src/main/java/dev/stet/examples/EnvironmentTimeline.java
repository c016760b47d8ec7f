package dev.stet.examples;

import dev.stet.Environments;
import dev.stet.environment.Deployment;
import dev.stet.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What every environment served in the course of time, from left to right: one question to the library per column. */
final class EnvironmentTimeline {
    private static final int COLUMNS_PER_HOUR = 10;
    private static final Duration COLUMN = Duration.ofHours(1).dividedBy(COLUMNS_PER_HOUR);
    private static final int NAME = 13;
    private static final String INDENT = "    ";

    private final Terminal terminal;
    private final Environments environments;

    EnvironmentTimeline(Terminal terminal, Environments environments) {
        this.terminal = terminal;
        this.environments = environments;
    }

    void draw(Instant from, Instant to) {
        int columns = (int) Duration.between(from, to).dividedBy(COLUMN);
        terminal.blankLine();
        terminal.line(INDENT + " ".repeat(NAME) + terminal.paint(Ink.FAINT, ruler(from, columns)));
        for (Environment environment : environments.list()) {
            terminal.line(INDENT + Terminal.padded(environment.name(), NAME) + lane(environment.name(), from, columns));
        }
    }

    private static String ruler(Instant from, int columns) {
        StringBuilder ruler = new StringBuilder();
        for (int column = 0; column <= columns; column += COLUMNS_PER_HOUR) {
            String hour = StoryClock.face(from.plus(COLUMN.multipliedBy(column)));
            ruler.append(Terminal.padded(hour, COLUMNS_PER_HOUR));
        }
        return ruler.toString().stripTrailing();
    }

    /** A column shows what was served at its end, so that a deployment is seen in the column in which it was made. */
    private String lane(String environment, Instant from, int columns) {
        List<Span> spans = new ArrayList<>();
        IntStream.rangeClosed(1, columns)
                .mapToObj(column -> environments.servedAt(
                        environment, from.plus(COLUMN.multipliedBy(column)).minusNanos(1_000)))
                .forEach(served -> extend(spans, served));
        StringBuilder lane = new StringBuilder();
        spans.forEach(span -> lane.append(terminal.paint(span.ink(), span.drawn())));
        return lane.toString();
    }

    private static void extend(List<Span> spans, Optional<Deployment> served) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).served().equals(served)) {
            spans.set(last, new Span(served, spans.get(last).columns() + 1));
        } else {
            spans.add(new Span(served, 1));
        }
    }

    /** One deployment for as long as it served. */
    private record Span(Optional<Deployment> served, int columns) {
        Ink ink() {
            return served.filter(Deployment::movesBack).isPresent() ? Ink.RED : Ink.GREEN;
        }

        String drawn() {
            String sign = served.filter(Deployment::movesBack).map(back -> "↩").orElse("");
            String label = served.filter(made -> made.version().isPresent())
                    .map(made -> sign + made.version().getAsLong())
                    .orElse("");
            String line = served.isPresent() ? "─" : " ";
            return label.length() >= columns
                    ? label.substring(0, columns)
                    : label + line.repeat(columns - label.length());
        }
    }
}
