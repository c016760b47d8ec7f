package dev.stet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.content.Content;
import dev.stet.error.InvalidInputException;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinTest {
    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(128);
    }

    @Property
    void aPinOfAVersionReadsBack(@ForAll("ids") String agent, @ForAll @Positive long number) {
        Pin pin = new Pin(AgentId.of(agent), Ref.version(number));
        assertEquals(pin, Pin.parse(pin.token()));
    }

    @Property
    void aPinOfADraftRevisionReadsBack(
            @ForAll("ids") String agent, @ForAll("ids") String draft, @ForAll @Positive long revision) {
        Pin pin = new Pin(AgentId.of(agent), Ref.revision(DraftRef.of(draft, revision)));
        assertEquals(pin, Pin.parse(pin.token()));
    }

    @Test
    void onlyWhatNeverChangesCanBePinned() {
        AgentId agent = AgentId.of("front-desk");
        assertThrows(InvalidInputException.class, () -> new Pin(agent, Ref.draft(DraftId.of("d"))));
        assertThrows(InvalidInputException.class, () -> new Pin(agent, Ref.content(Content.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "front-desk",
                "front-desk version",
                "front-desk version x",
                "front-desk version 0",
                "front-desk version 99999999999999999999",
                "front-desk version 1 2",
                "front-desk draft d",
                "front-desk draft d 0",
                "front-desk release 1",
                " version 1"
            })
    void whatIsNoPinIsRefused(String token) {
        assertThrows(InvalidInputException.class, () -> Pin.parse(token));
    }
}
