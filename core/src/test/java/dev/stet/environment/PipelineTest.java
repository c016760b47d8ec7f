package dev.stet.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stet.error.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PipelineTest {
    @Test
    void isEnteredAtItsFirstEnvironmentUnlessSaidOtherwise() {
        Pipeline pipeline = Pipeline.of("sandbox", "pre-release", "live");
        assertEquals(List.of("sandbox", "pre-release", "live"), pipeline.environments());
        assertEquals(Set.of("sandbox"), pipeline.entries());
        assertEquals(
                Set.of("sandbox", "live"), pipeline.entries("sandbox", "live").entries());
    }

    @Test
    void oneEnvironmentIsAPipelineToo() {
        assertEquals(Optional.empty(), Pipeline.of("live").next("live"));
    }

    @Test
    void knowsWhatFollows() {
        Pipeline pipeline = Pipeline.of("staging", "production");
        assertEquals(Optional.of("production"), pipeline.next("staging"));
        assertEquals(Optional.empty(), pipeline.next("production"));
        assertEquals(Optional.empty(), pipeline.next("sandbox"));
    }

    @Test
    void refusesAnEnvironmentNamedTwice() {
        assertThrows(InvalidInputException.class, () -> Pipeline.of("live", "live"));
    }

    @Test
    void refusesAnEntryThatIsNoneOfItsEnvironments() {
        Pipeline pipeline = Pipeline.of("live");
        assertThrows(InvalidInputException.class, () -> pipeline.entries("sandbox"));
        assertThrows(InvalidInputException.class, () -> pipeline.entries(new String[0]));
    }

    @Test
    void publishesOnlyIntoAnEntry() {
        Pipeline pipeline = Pipeline.of("sandbox", "live");
        assertEquals(Optional.of("sandbox"), pipeline.publishTo("sandbox").publishTo());
        assertThrows(InvalidInputException.class, () -> pipeline.publishTo("live"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Live", "pre release", "lïve", "live\n", "a/b"})
    void refusesNamesThatDatabasesMightTakeForOthers(String name) {
        assertThrows(InvalidInputException.class, () -> Pipeline.of(name));
    }
}
