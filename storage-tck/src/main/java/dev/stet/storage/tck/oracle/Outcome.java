package dev.stet.storage.tck.oracle;

import dev.stet.error.StetException;
import java.util.function.Supplier;

/** What became of a call, as a value. */
public sealed interface Outcome {
    /** It returned. */
    record Returned(Object value) implements Outcome {}

    /** It was refused, or failed. */
    record Threw(StetException thrown) implements Outcome {
        @Override
        public String toString() {
            return Refusal.of(thrown) + " \"" + thrown.getMessage() + "\"";
        }
    }

    /** Makes a call. What is no {@link StetException} goes through: it is a fault. */
    static Outcome of(Supplier<?> call) {
        try {
            return new Returned(call.get());
        } catch (StetException thrown) {
            return new Threw(thrown);
        }
    }

    /** What it returned; an {@link AssertionError} where it did not. */
    default Object value() {
        if (this instanceof Returned returned) {
            return returned.value();
        }
        throw new AssertionError("a value must be returned, but found " + this, thrown());
    }

    /** What it was refused with; an {@link AssertionError} where it was not. */
    default StetException thrown() {
        throw new AssertionError("a call must be refused, but found " + this);
    }
}
