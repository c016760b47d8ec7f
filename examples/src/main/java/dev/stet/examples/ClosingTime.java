package dev.stet.examples;

import dev.stet.Range;
import dev.stet.access.AuditEntry;
import dev.stet.access.Subject;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.List;
import java.util.Locale;

/** What the day left behind: its history, its timeline, its audit trail, all of it still verifiable. */
final class ClosingTime extends Chapter {
    private final HistoryDrawing history;
    private final Terminal terminal;

    ClosingTime(Stage stage, HistoryDrawing history, Terminal terminal) {
        super(stage, "Closing time");
        this.history = history;
        this.terminal = terminal;
    }

    @Override
    void play() {
        clock.at("16:00");
        narrator.says(ana, "looks back. The history of the day, newest version first:");
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
            narrator.row("%4d  %s  %s  %s  %s"
                    .formatted(
                            entry.number(),
                            StoryClock.face(entry.at()),
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
        List<Version> versions =
                ana.versions().list(VersionFilter.all(), Range.first(100)).items();
        versions.forEach(version -> ana.versions().verify(version.number()));
        narrator.says(
                ana,
                "has every version read back and its hash computed anew: %d of %d are what was published. ✓"
                        .formatted(versions.size(), ana.latestVersion().number()));
    }
}
