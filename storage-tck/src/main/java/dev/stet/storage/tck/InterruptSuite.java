package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.access.AuditEntry;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.content.JsonValue;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.Draft;
import dev.stet.draft.Edit;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Pipeline;
import dev.stet.ref.AgentId;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.storage.InterruptedCallException;
import dev.stet.storage.Storage;
import dev.stet.storage.tck.oracle.Pages;
import dev.stet.storage.tck.stage.Rendezvous;
import dev.stet.storage.tck.stage.Retained;
import dev.stet.version.Publish;
import dev.stet.version.Version;
import dev.stet.version.VersionFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An interrupt ends one call, with the thread marked as interrupted, and nothing else. */
public abstract class InterruptSuite extends StorageSuite {
    private static final int THREADS = 4;
    private static final int LONGEST_PAUSE_NANOS = 1_000_000;
    private static final WorkspaceId ACME = WorkspaceId.of("acme");
    private static final AgentId DESK = AgentId.of("desk");

    private static Stet stet(Storage store) {
        return Stet.on(store)
                .pipeline(Pipeline.of("live").publishTo("live"))
                .afterPublish(AfterPublish.KEEP_REBASED)
                .patience(Changes.PATIENCE)
                .build();
    }

    private Workspace ana() {
        return stet(store()).workspace(ACME, Actor.of("ana"));
    }

    @Test
    void aThreadThatIsInterruptedAlreadyChangesNothing() {
        create();
        Workspace ana = ana();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedCallException.class, () -> ana.agents().create(NewAgent.named("Other")));
        assertTrue(Thread.interrupted());
        assertEquals(2 + THREADS, ana.agents().get(DESK).head().revision());
        ana.agents().create(NewAgent.named("Other"));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    private void create() {
        Content content = Content.empty().withSection("goal", JsonValue.of("greet"));
        Draft first = ana().agents()
                .create(NewAgent.named("Desk").id(DESK).content(content))
                .draft();
        ana().drafts(DESK).publish(Publish.draft(first.ref()));
        for (int i = 0; i < THREADS; i++) {
            ana().drafts(DESK).open(NewDraft.from(Ref.content(content), "Draft").id(Interrupted.draft(i)));
        }
    }

    /** Threads of one process: they wait for turns, for locks and for connections, and are interrupted anywhere. */
    @Promise({1, 2, 4})
    @Test
    void whereverItComesItEndsOneCall() {
        create();
        Stet stet = stet(store());
        List<Interrupted> all = IntStream.range(0, THREADS)
                .mapToObj(i -> new Interrupted(stet, ACME, DESK, i))
                .toList();
        AtomicInteger atWork = new AtomicInteger(THREADS);
        List<Callable<Integer>> tasks = new ArrayList<>();
        all.forEach(somebody -> tasks.add(() -> {
            try {
                return somebody.work();
            } finally {
                atWork.decrementAndGet();
            }
        }));
        tasks.add(() -> interrupt(all, atWork));
        Rendezvous.inThreads(tasks);
        everythingSaidIsTrue(all);
    }

    private static Integer interrupt(List<Interrupted> all, AtomicInteger atWork) {
        Random random = new Random(1);
        int made = 0;
        while (atWork.get() > 0) {
            long next = System.nanoTime() + random.nextInt(LONGEST_PAUSE_NANOS);
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
            all.get(random.nextInt(all.size())).interrupt();
            made++;
        }
        return made;
    }

    private void everythingSaidIsTrue(List<Interrupted> all) {
        Workspace ana = ana();
        List<AuditEntry> trail = Pages.all(range -> ana.audit().of(DESK, range), 100);
        assertEquals(
                LongStream.iterate(trail.size(), number -> number > 0, number -> number - 1)
                        .boxed()
                        .toList(),
                trail.stream().map(AuditEntry::number).toList());
        Set<String> onRecord = trail.stream()
                .flatMap(entry -> entry.request().stream())
                .map(request -> request.value())
                .collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        all.forEach(somebody -> told.addAll(somebody.made()));
        assertEquals(told, onRecord, "what was made is what its caller was told");
        List<Version> versions = Pages.all(range -> ana.versions(DESK).list(VersionFilter.all(), range), 100);
        assertEquals(
                LongStream.iterate(versions.size(), number -> number > 0, number -> number - 1)
                        .boxed()
                        .toList(),
                versions.stream().map(Version::number).toList());
        Retained.verify(store(), ana, DESK);
        ana.drafts(DESK)
                .saveOverwritingWhatOthersSaved(
                        Interrupted.draft(0), Edit.section("goal", JsonValue.of("is usable afterwards")));
    }
}
