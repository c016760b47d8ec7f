package dev.stet.examples;

import dev.stet.Range;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import java.util.Locale;
import java.util.stream.LongStream;

/** What the day leaves behind: its history, its timeline, its audit trail, all of it still verifiable. */
final class ClosingTime extends Chapter {
    private final HistoryDrawing history;
    private final Terminal terminal;
    private final String span;

    /** @param span how far back the history goes, in words */
    ClosingTime(Stage stage, HistoryDrawing history, Terminal terminal, String span) {
        super(stage, "Closing time");
        this.history = history;
        this.terminal = terminal;
        this.span = span;
    }

    @Override
    void play() {
        clock.at("16:00");
        narrator.says(ana, "looks back. The history " + span + ", newest version first:");
        history.draw();
        narrator.blankLine();
        narrator.aside("What each environment served, and from when (↩ marks a step back):");
        new EnvironmentTimeline(terminal, ana.environments()).draw(clock.instantAt("09:00"), clock.instant());
        narrator.blankLine();
        narrator.aside("The last lines of the audit trail:");
        auditTrail();
        verify();
    }

    private void auditTrail() {
        terminal.blankLine();
        for (AuditEntry entry :
                ana.workspace().audit().of(FrontDesk.ID, Range.first(8)).items()) {
            narrator.row("%4d %6s  %s  %s  %s"
                    .formatted(
                            entry.number(),
                            clock.briefly(entry.at()),
                            Terminal.padded(entry.actor().displayName(), 4),
                            Terminal.padded(action(entry), 20),
                            told(entry)));
        }
        terminal.blankLine();
    }

    private static String action(AuditEntry entry) {
        return entry.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String told(AuditEntry entry) {
        Subject subject = entry.subject();
        StringBuilder told = new StringBuilder();
        subject.version()
                .ifPresent(number -> told.append("version ").append(number).append(' '));
        if (subject.version().isEmpty()) {
            subject.revision()
                    .ifPresent(number -> told.append("revision ").append(number).append(' '));
        }
        subject.environment().ifPresent(name -> told.append("→ ").append(name).append(' '));
        entry.request()
                .ifPresent(request -> told.append("(request ").append(request).append(')'));
        return told.toString().stripTrailing();
    }

    private void verify() {
        long latest = ana.latestVersion().number();
        LongStream.rangeClosed(1, latest).forEach(ana.versions()::verify);
        narrator.says(
                ana,
                "has every version read back and its hash computed anew: %1$d of %1$d are what was published. ✓"
                        .formatted(latest));
    }
}
