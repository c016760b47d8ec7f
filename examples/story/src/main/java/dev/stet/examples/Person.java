package dev.stet.examples;

import dev.stet.ConfigPages;
import dev.stet.Contents;
import dev.stet.Drafts;
import dev.stet.Environments;
import dev.stet.Stet;
import dev.stet.Versions;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.ref.RequestId;
import dev.stet.version.Version;

/**
 * Somebody at the practice.
 *
 * @param actor who it is, as the application knows them
 * @param workspace the practice's agents, as this actor may see and change them
 * @param ink in which their name is printed
 */
record Person(Actor actor, Workspace workspace, Ink ink) {
    static Person of(Stet stet, Actor actor, Ink ink) {
        return new Person(actor, stet.workspace(FrontDesk.PRACTICE, actor), ink);
    }

    /** The same person, on one request of theirs that may have to be sent again. */
    Person onRequest(RequestId request) {
        return new Person(actor, workspace.request(request), ink);
    }

    String name() {
        return actor.displayName();
    }

    Drafts drafts() {
        return workspace.drafts(FrontDesk.ID);
    }

    Versions versions() {
        return workspace.versions(FrontDesk.ID);
    }

    Environments environments() {
        return workspace.environments(FrontDesk.ID);
    }

    ConfigPages pages() {
        return workspace.pages(FrontDesk.ID);
    }

    Contents contents() {
        return workspace.contents(FrontDesk.ID);
    }

    /** What was published last. */
    Version latestVersion() {
        return versions().get(workspace.agents().get(FrontDesk.ID).head().latestVersion());
    }
}
