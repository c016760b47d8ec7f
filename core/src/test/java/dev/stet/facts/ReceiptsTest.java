package dev.stet.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stet.ref.DraftId;
import dev.stet.retention.RetentionOutcome;
import dev.stet.version.PublishOutcome.Equal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ReceiptsTest {
    @Provide
    Arbitrary<Receipt> receipts() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(Equal.class).optional(),
                                Arbitraries.strings()
                                        .withCharRange('!', '~')
                                        .ofMinLength(1)
                                        .ofMaxLength(128)
                                        .map(DraftId::of)
                                        .optional())
                        .as(Receipt.OfPublish::new),
                Combinators.combine(numbers, numbers, numbers, numbers, Arbitraries.of(true, false))
                        .as(RetentionOutcome::new)
                        .map(Receipt.OfRetention::new));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("receipts") Receipt receipt) {
        Optional<Receipt> read = Receipts.text(receipt).map(Receipts::receipt);
        if (!receipt.equals(new Receipt.OfPublish(Optional.empty(), Optional.empty()))) {
            assertEquals(Optional.of(receipt), read);
        } else {
            assertEquals(Optional.empty(), read);
        }
    }

    @Test
    void nothingIsWrittenWhereThereIsNothingToTell() {
        assertEquals(Optional.empty(), Receipts.text(Receipt.none()));
    }
}
