package dev.stet.registry.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.draft.NewDraft;
import dev.stet.environment.Deploy;
import dev.stet.facts.StoredContent;
import dev.stet.ref.Ref;
import dev.stet.registry.FrontDesk;
import dev.stet.storage.DamagedContentException;
import dev.stet.storage.tck.Promise;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a store returns that is not what was stored is handed to nobody. */
class DamagedContentTest extends FrontDesk {
    @Promise(3)
    @TestFactory
    Stream<DynamicTest> aDamagedContentIsNotHandedOut() {
        Map<String, UnaryOperator<List<StoredContent>>> damages = new LinkedHashMap<>();
        damages.put("missing", found -> List.of());
        damages.put("other", found -> List.of(with(found.get(0), "{\"goal\":\"forged\"}")));
        damages.put("unreadable", found -> List.of(with(found.get(0), "{\"goal\":")));
        published();
        environments().deploy(Deploy.version(1, "sandbox"));
        return damages.entrySet().stream()
                .map(damage -> dynamicTest(damage.getKey(), () -> {
                    assertEquals(1, versions().verify(1).number());
                    refused(ana(Stet.on(new DamagingStorage(store(), damage.getValue()))
                            .pipeline(PIPELINE)
                            .build()));
                }));
    }

    private static void refused(Workspace damaged) {
        assertThrows(DamagedContentException.class, () -> damaged.versions(DESK).verify(1));
        assertThrows(DamagedContentException.class, () -> damaged.resolve(DESK, "sandbox"));
        assertThrows(
                DamagedContentException.class, () -> damaged.drafts(DESK).open(NewDraft.from(Ref.version(1), "x")));
    }

    private static StoredContent with(StoredContent content, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new StoredContent(content.hash(), Optional.empty(), StoredContent.WHOLE, bytes);
    }
}
