package dev.stet.examples;

import dev.stet.ref.AgentId;
import dev.stet.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints an import as it goes on, one line a file, and what it came to. */
final class ImportReport {
    private static final int FILE = 24;
    private static final int MARGIN = 48;
    private static final int OFTEN = 5;

    private final Terminal terminal;
    private final Map<String, Integer> changes = new TreeMap<>();
    private long versions;
    private long alreadyThere;
    private long unchanged;
    private long respelled;
    private long refused;
    private long bytes;

    ImportReport(Terminal terminal) {
        this.terminal = terminal;
    }

    void begin(String name, int files) {
        terminal.blankLine();
        terminal.line("  " + terminal.paint(Ink.BOLD, name) + ", " + counted(files, "file"));
        terminal.blankLine();
        terminal.line(terminal.paint(Ink.FAINT, "  " + row("file", "version", "size", "changed sections")));
    }

    void add(String file, ImportStep step) {
        if (step instanceof ImportStep.NewVersion made) {
            add(file, made.version());
        } else if (step instanceof ImportStep.AlreadyThere there) {
            add(file, there);
        } else if (step instanceof ImportStep.Unchanged same) {
            add(file, same);
        } else if (step instanceof ImportStep.Refused refusal) {
            add(file, refusal);
        }
    }

    void end() {
        terminal.blankLine();
        terminal.line("  %s: %s, %s unchanged, %s refused."
                .formatted(
                        counted(versions + alreadyThere + unchanged + refused, "file"),
                        made(),
                        orNone(unchanged),
                        orNone(refused)));
        if (respelled > 0) {
            paragraph(("Of the unchanged, %s in bytes alone: in member order, white space or the spelling of"
                            + " numbers. To an agent that is the same.")
                    .formatted(respelled == 1 ? "1 differs" : respelled + " differ"));
        }
        if (versions > 0) {
            terminal.line("  Stored whole, the %s take %s: %s each on average."
                    .formatted(
                            alreadyThere > 0 ? "new versions" : "versions",
                            new Bytes(bytes),
                            new Bytes(bytes / versions)));
        }
        if (!changes.isEmpty()) {
            paragraph("Sections that changed most often: " + mostChanged() + ".");
        }
        terminal.blankLine();
    }

    /** Where to find what was imported, and what comes of importing it again. */
    void kept(String store, AgentId agent) {
        if (versions + alreadyThere > 0) {
            paragraph(("Kept in %s as agent %s of workspace %s. Run this again when there are more files: what is"
                            + " there already is not imported twice.")
                    .formatted(store, agent, ImportedAgent.WORKSPACE));
            terminal.blankLine();
        }
    }

    long refused() {
        return refused;
    }

    private void add(String file, Version version) {
        versions++;
        bytes += version.size();
        boolean first = version.lineage().parent().isEmpty();
        if (!first) {
            version.changedSections().forEach(section -> changes.merge(section, 1, Integer::sum));
        }
        String sections = first
                ? "the first, " + counted(version.changedSections().size(), "section")
                : String.join(", ", version.changedSections());
        String number = Long.toString(version.number());
        terminal.line("  " + row(file, number, new Bytes(version.size()).toString(), sections));
    }

    private void add(String file, ImportStep.AlreadyThere there) {
        alreadyThere++;
        String number = Long.toString(there.version().number());
        terminal.line(terminal.paint(Ink.FAINT, "  " + row(file, number, "", "there already")));
    }

    private void add(String file, ImportStep.Unchanged same) {
        unchanged++;
        respelled += same.sameBytes() ? 0 : 1;
        String told = "unchanged" + (same.sameBytes() ? "" : ", only spelled differently");
        terminal.line(
                terminal.paint(Ink.FAINT, "  " + row(file, "= " + same.version().number(), "", told)));
    }

    private void add(String file, ImportStep.Refused refusal) {
        refused++;
        String head = row(file, "✗", "", "");
        for (String line : Terminal.wrapped(refusal.why(), Terminal.WIDTH - MARGIN)) {
            terminal.line(terminal.paint(Ink.RED, "  " + Terminal.padded(head, MARGIN - 2) + line));
            head = "";
        }
    }

    private static String row(String file, String version, String size, String told) {
        String columns = Terminal.padded(Terminal.fitted(file, FILE), FILE) + "%7s  %9s".formatted(version, size);
        return Terminal.padded(columns, MARGIN - 2) + Terminal.fitted(told, Terminal.WIDTH - MARGIN);
    }

    private String made() {
        return alreadyThere == 0
                ? counted(versions, "version")
                : orNone(versions) + " new, " + alreadyThere + " there already";
    }

    private String mostChanged() {
        Comparator<Map.Entry<String, Integer>> often = Map.Entry.comparingByValue(Comparator.reverseOrder());
        List<Map.Entry<String, Integer>> all = changes.entrySet().stream()
                .sorted(often.thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String shown = all.stream()
                .limit(OFTEN)
                .map(change -> change.getKey() + " (" + change.getValue() + ")")
                .collect(Collectors.joining(", "));
        return all.size() > OFTEN ? shown + ", and " + (all.size() - OFTEN) + " more" : shown;
    }

    private void paragraph(String text) {
        Terminal.wrapped(text, Terminal.WIDTH - 2).forEach(line -> terminal.line("  " + line));
    }

    private static String orNone(long count) {
        return count == 0 ? "none" : Long.toString(count);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
