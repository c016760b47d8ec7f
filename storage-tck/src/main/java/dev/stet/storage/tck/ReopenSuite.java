package dev.stet.storage.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stet.storage.ApplyResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After it was closed and opened again, a store holds what its fixture declares that it does. */
public abstract class ReopenSuite extends StorageSuite {
    private static final Rows DESK = Rows.of("w", "desk");
    private static final Rows GONE = Rows.of("w", "gone");

    @Promise(1)
    @Test
    void whatWasWrittenIsThereAfterReopeningAsDeclared() {
        DESK.named("desk", 0)
                .version(DESK.version(1))
                .deploy(DESK.deployment(1, "live", 1), DESK.page("live", 1))
                .content(DESK.content("version1"))
                .applyTo(facts());
        GONE.named("gone", 0).applyTo(facts());
        GONE.change(1).applyTo(facts());
        Picture before = Picture.of(facts(), DESK.key());
        assertNotEquals(Optional.empty(), before.agent());
        reopen();
        boolean survives = opened().declaration().survivesReopen();
        Picture after = Picture.of(facts(), DESK.key());
        assertEquals(survives ? before.agent() : Optional.empty(), after.agent());
        assertEquals(survives ? before.audit() : List.of(), after.audit());
        assertEquals(survives ? before.versions() : List.of(), after.versions());
        assertEquals(survives ? before.standing() : List.of(), after.standing());
        assertEquals(survives ? before.pages() : List.of(), after.pages());
        assertEquals(survives ? before.contents() : List.of(), after.contents());
        ApplyResult again = GONE.named("again", 0).tryOn(facts());
        assertEquals(survives, again.equals(new ApplyResult.Stale(2)), again::toString);
        DESK.named("goes on", survives ? 1 : 0).applyTo(facts());
        assertEquals("goes on", facts().findAgent(DESK.key()).orElseThrow().name());
    }
}
