package dev.stet.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Range;
import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.Identities;
import dev.stet.content.JsonPatch;
import dev.stet.content.JsonPointer;
import dev.stet.diff.Change;
import dev.stet.diff.Diff;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.render.HtmlPage;
import dev.stet.render.Side;
import dev.stet.render.UnifiedText;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;
import dev.stet.version.ValueChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhatChangedTest {
    private final AgentId frontDesk = AgentId.of("front-desk");
    private final Stet stet = declared();
    private final Workspace ana = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
    private final List<String> told = new ArrayList<>();

    private static Stet declared() {
        MemoryStorage storage = new MemoryStorage();
        Stet stet = Stet.on(storage)
                .identities(
                        Identities.byDefault().at("/tools", "/function/name").at("/graph/*", "key"))
                .build();
        return stet;
    }

    @Test
    void aDiffIsDataTextAndPatch() {
        twoVersions();
        Diff diff = ana.contents(frontDesk).diff(Ref.version(1), Ref.version(2));

        String line = diff.summary().toString();
        String text = UnifiedText.PLAIN.of(diff);
        String page = HtmlPage.of(diff, "Front desk, 1 to 2")
                .before(Side.of(ana.versions(frontDesk).get(1)))
                .after(Side.named("draft").by("Ana"))
                .html();
        JsonPatch patch = diff.patch();

        assertEquals("graph: 1 moved; prompt: 1 line", line.replace("1 of nodes moved", "1 moved"));
        assertTrue(text.contains("+Say good morning.\n"));
        assertTrue(page.contains("<strong>Before</strong> version 1 "));
        assertTrue(page.contains("<span class=\"sign\">+</span><span class=\"text\">Say good morning.</span>"));
        assertEquals(diff.to().root(), patch.applyTo(diff.from().root()));
    }

    @Test
    void changesAreSealed() {
        twoVersions();
        Diff diff = ana.contents(frontDesk).diff(Ref.version(1), Ref.version(2));

        for (Change change : diff.changes()) {
            if (change instanceof Change.Replaced replaced) {
                replaced.text().ifPresent(lines -> told.add(replaced.to() + ": " + lines.lines() + " lines"));
            } else if (change instanceof Change.Moved moved) {
                told.add(moved.from() + " is now " + moved.to());
            } else {
                told.add("added, removed or renamed: " + change.at());
            }
        }

        assertEquals(
                List.of("/graph/nodes/1 is now /graph/nodes/0", "/prompt: 1 lines"),
                told.stream().sorted().toList());
    }

    @Test
    void blameTellsWhoChangedAValue() {
        twoVersions();
        JsonPointer place = JsonPointer.parse("/prompt");
        ValueChange last = ana.versions(frontDesk).findLastChange(place).orElseThrow();
        String who = last.version().publishedBy().displayName();

        List<ValueChange> all =
                ana.versions(frontDesk).blame(place, Range.first(20)).items();

        assertEquals("ana", who);
        assertEquals(2, all.size());
    }

    private void twoVersions() {
        Content first = Content.parse("{\"prompt\":\"Greet the caller.\\nSay hello.\\n\","
                + "\"graph\":{\"nodes\":[{\"key\":\"a\"},{\"key\":\"b\"}]}}");
        Content second = Content.parse("{\"prompt\":\"Greet the caller.\\nSay good morning.\\n\","
                + "\"graph\":{\"nodes\":[{\"key\":\"b\"},{\"key\":\"a\"}]}}");
        Draft draft = ana.agents()
                .create(NewAgent.named("Front desk").id(frontDesk).content(first))
                .draft();
        ana.drafts(frontDesk).publish(Publish.draft(draft.ref()));
        Draft next = ana.drafts(frontDesk).open(NewDraft.from(Ref.version(1), "second"));
        next = ana.drafts(frontDesk).save(next.ref(), Edit.content(second)).draft();
        ana.drafts(frontDesk).publish(Publish.draft(next.ref()));
    }
}
