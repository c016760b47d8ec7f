package dev.stet.examples;

import dev.stet.Stet;
import dev.stet.access.Actor;
import dev.stet.storage.Storage;

/**
 * What all chapters share.
 *
 * @param ana runs the practice
 * @param ben looks after its assistant
 * @param phone the telephone line, which asks what to run
 */
record Stage(StoryClock clock, Narrator narrator, Person ana, Person ben, Person phone) {
    /** Declares the registry: this is all the setting up there is. */
    static Stage set(Terminal terminal, Storage storage) {
        StoryClock clock = new StoryClock();
        Stet stet = Stet.on(storage)
                .pipeline(FrontDesk.pipeline())
                .contentRules(FrontDesk.rules())
                .pageNeeds(FrontDesk.needs())
                .clock(clock)
                .build();
        return new Stage(
                clock,
                new Narrator(terminal, clock),
                Person.of(stet, Actor.of("ana", "Ana"), Ink.MAGENTA),
                Person.of(stet, Actor.of("ben", "Ben"), Ink.BLUE),
                Person.of(stet, Actor.of("phone-line", "Phone"), Ink.YELLOW));
    }
}
