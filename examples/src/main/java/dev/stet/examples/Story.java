package dev.stet.examples;

import java.util.List;

/** One working day at a front desk, told in calls of the library. Every chapter goes on where the one before ended. */
final class Story {
    private final Terminal terminal;

    Story(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell() {
        Stage stage = Stage.set(terminal);
        HistoryDrawing history =
                new HistoryDrawing(terminal, stage.ana().versions(), stage.ana().environments());
        stage.narrator()
                .title(
                        "A day at the front desk of Harbour Dental",
                        stage.clock().date() + ", all times UTC.",
                        "Ana runs the practice. Ben looks after Marlo, the agent that answers its telephone.",
                        "Beside each heading stands the class to read: every line below is a call it makes.");
        List<Chapter> chapters = List.of(
                new OpeningDay(stage),
                new TwoPeopleOneDraft(stage),
                new RuleOfTheHouse(stage),
                new Overtaken(stage),
                new StepByStep(stage),
                new BadRelease(stage, history),
                new WhoWasIt(stage),
                new TheRepair(stage),
                new ClosingTime(stage, history, terminal));
        for (Chapter chapter : chapters) {
            stage.narrator().begin(chapter);
            chapter.play();
        }
        tryNext();
    }

    private void tryNext() {
        terminal.blankLine();
        terminal.line("  " + terminal.paint(Ink.BOLD, "Try next"));
        terminal.line("  · Your own agent: a folder of its successive JSON files, imported as versions.");
        terminal.line("    " + terminal.paint(Ink.CYAN, Quickstart.COMMAND + " -Dexec.args=path/to/folder"));
        terminal.line("  · The code of this story: examples/src/main/java/dev/stet/examples, from OpeningDay.java on.");
        terminal.line("  · A change of your own: save another edit in TwoPeopleOneDraft.java and run it again.");
        terminal.blankLine();
    }
}
