package dev.stet.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.annotation.Annotation;
import com.networknt.schema.annotation.Annotations;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One check: what it has found, and what work it may still do. Ends the check when there is none left. For one thread. */
final class Budget extends ExecutionContext {

    private static final int AN_ERROR = 10;
    private static final int ANNOTATIONS_A_STEP = 4;

    private final List<Error> found = new ArrayList<>();
    private final IdentityHashMap<Error, Origin> origins = new IdentityHashMap<>();
    private final Counted annotations = new Counted();
    private long left;
    private int depth;
    private @Nullable Origin origin;
    private @Nullable StoppedException stopped;

    /**
     * Where what is found comes from, when it is not the document itself.
     *
     * @param document where the keywords stand
     * @param at the place in the document itself that refers to it
     */
    record Origin(JsonValue document, JsonPointer at) {}

    Budget(long steps) {
        this.left = steps;
        setErrors(found);
    }

    /** The check that the library is carrying out. */
    static Budget of(ExecutionContext context) {
        return (Budget) context;
    }

    void charge(long steps) {
        left -= steps;
        if (left < 0) {
            throw stop(StoppedException.tooCostly());
        }
    }

    /** Remembers it: the library unwinds by going back on its path, which may fail and cover it up. */
    private StoppedException stop(StoppedException reason) {
        stopped = reason;
        return reason;
    }

    /** Why the check ended early; nothing when it did not. */
    Optional<StoppedException> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** What was found against the instance, in the order found. */
    List<Error> found() {
        return found;
    }

    /** Goes into another document, until it is left. Such documents refer to no others. */
    void enter(Origin other) {
        origin = other;
    }

    void leave() {
        origin = null;
    }

    /** Where an error comes from; nothing when it is the document itself. */
    Optional<Origin> origin(Error error) {
        return Optional.ofNullable(origins.get(error));
    }

    private void enter() {
        charge(1);
        if (++depth > Limits.EVALUATION_DEPTH) {
            throw stop(StoppedException.tooCostly());
        }
    }

    @Override
    public void evaluationPathAddLast(String token) {
        enter();
        super.evaluationPathAddLast(token);
    }

    @Override
    public void evaluationPathAddLast(int token) {
        enter();
        super.evaluationPathAddLast(token);
    }

    @Override
    public void evaluationPathRemoveLast() {
        depth--;
        super.evaluationPathRemoveLast();
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // Which list is being filled, not what is in it.
    public void addError(Error error) {
        charge(AN_ERROR);
        super.addError(error);
        if (origin != null) {
            origins.put(error, origin);
        }
        if (getErrors() == found && found.size() > Limits.FINDINGS) {
            throw stop(StoppedException.tooMany());
        }
    }

    /** Each use of these may look at all that were made for one value, against the way to here. */
    @Override
    public Annotations getAnnotations() {
        charge(1 + (long) annotations.most * (1 + depth / ANNOTATIONS_A_STEP) / ANNOTATIONS_A_STEP);
        return annotations;
    }

    private static final class Counted extends Annotations {
        private final Map<Object, Integer> counts = new HashMap<>();
        private int most;

        @Override
        public void put(Annotation annotation) {
            most = Math.max(most, counts.merge(annotation.getInstanceLocation(), 1, Integer::sum));
            super.put(annotation);
        }
    }
}
