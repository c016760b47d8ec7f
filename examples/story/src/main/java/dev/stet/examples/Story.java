package dev.stet.examples;

import dev.stet.agent.Agent;
import java.util.List;
import java.util.Optional;

/**
 * Working days at a front desk, told in calls of the library. Every chapter goes on where the one before ended, and every
 * day on a store that lasts where the last one ended.
 */
final class Story {
    private final Terminal terminal;
    private final Store store;
    private final Stage stage;
    private final HistoryDrawing history;

    Story(Terminal terminal, Store store) {
        this.terminal = terminal;
        this.store = store;
        this.stage = Stage.set(terminal, store.storage());
        this.history = new HistoryDrawing(
                terminal, stage.clock(), stage.ana().versions(), stage.ana().environments());
    }

    /** Tells the first day, or, where the store has seen one, the next. */
    void tell() {
        Optional<Agent> marlo = stage.ana().workspace().agents().find(FrontDesk.ID);
        if (marlo.isPresent()) {
            stage.clock().turnToTheDayAfter(marlo.get().head().at());
            begin("Another day at the front desk of Harbour Dental", "goes on from what earlier runs left in");
            play(anotherDay());
        } else {
            begin("A day at the front desk of Harbour Dental", "is kept in");
            play(firstDay());
        }
        tryNext();
    }

    private List<Chapter> firstDay() {
        return List.of(
                new OpeningDay(stage),
                new TwoPeopleOneDraft(stage),
                new RuleOfTheHouse(stage),
                new Overtaken(stage),
                new OneSentence(stage),
                new StepByStep(stage),
                new BadRelease(stage, history),
                new WhoWasIt(stage),
                new WhatChanged(stage),
                new TheRepair(stage),
                new ClosesEarly(stage),
                new ClosingTime(stage, history, terminal, "of the day"));
    }

    private List<Chapter> anotherDay() {
        return List.of(
                new WhatWasKept(stage), new TodaysNotice(stage), new ClosingTime(stage, history, terminal, "so far"));
    }

    private void begin(String title, String kept) {
        stage.narrator()
                .title(
                        title,
                        stage.clock().date() + ", all times UTC.",
                        "Ana runs the practice. Ben looks after Marlo, the agent that answers its telephone.",
                        "Beside each heading stands the class to read: every line below is a call it makes.");
        store.name().ifPresent(name -> stage.narrator().subtitle("The story " + kept + " " + name + "."));
    }

    private void play(List<Chapter> chapters) {
        for (Chapter chapter : chapters) {
            stage.narrator().begin(chapter);
            chapter.play();
        }
    }

    private void tryNext() {
        boolean lasts = store.name().isPresent();
        terminal.blankLine();
        terminal.line("  " + terminal.paint(Ink.BOLD, "Try next"));
        if (lasts) {
            terminal.line("  · The next day: run this once more. What the store has now is where it goes on.");
        } else {
            terminal.line("  · A store that lasts: run this twice, and see the story go on.");
            terminal.line(command("-Dexec.args=\"--store h2:target/stet\""));
        }
        terminal.line("  · Your own agent: a folder of its successive JSON files, imported as versions.");
        terminal.line(command(lasts ? "-Dexec.args=\"--store STORE path/to/folder\"" : "-Dexec.args=path/to/folder"));
        terminal.line(
                "  · The code of this story: examples/story/src/main/java/dev/stet/examples, from OpeningDay.java on.");
        terminal.line("  · A change of your own: save another edit in " + (lasts ? "TodaysNotice" : "TwoPeopleOneDraft")
                + ".java and run it again.");
        terminal.blankLine();
    }

    private String command(String arguments) {
        return "    " + terminal.paint(Ink.CYAN, Quickstart.COMMAND + " " + arguments);
    }
}
