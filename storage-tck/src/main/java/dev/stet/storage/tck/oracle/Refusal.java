package dev.stet.storage.tck.oracle;

import dev.stet.access.AccessDeniedException;
import dev.stet.access.RequestIdReusedException;
import dev.stet.agent.AgentUnavailableException;
import dev.stet.agent.StaleAgentException;
import dev.stet.draft.DraftClosedException;
import dev.stet.draft.DraftLimitException;
import dev.stet.draft.StaleDraftException;
import dev.stet.environment.ArchivedVersionException;
import dev.stet.environment.EnvironmentFrozenException;
import dev.stet.environment.PipelineException;
import dev.stet.environment.StaleDeploymentException;
import dev.stet.error.InvalidInputException;
import dev.stet.error.NotFoundException;
import dev.stet.error.StetException;
import dev.stet.merge.Conflict;
import dev.stet.merge.MergeConflictException;
import dev.stet.merge.StalePlanException;
import dev.stet.page.PageSchemaException;
import dev.stet.page.PageVariablesException;
import dev.stet.page.StalePageException;
import dev.stet.page.UnmetNeedsException;
import dev.stet.version.AlreadyPublishedException;
import dev.stet.version.ContentRulesException;
import dev.stet.version.StaleAnnotationException;
import dev.stet.version.StaleBaseException;
import dev.stet.version.VersionInUseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A refusal, reduced to what a program can tell from it.
 *
 * @param type the exception
 * @param facts what the exception carries, in the order in which {@link #of} reads it
 */
public record Refusal(Class<? extends StetException> type, List<?> facts) {
    private static final List<?> ANY = List.of("anything");
    private static final Map<Class<? extends StetException>, Function<StetException, List<?>>> FACTS = new HashMap<>();

    static {
        tell(NotFoundException.class, thrown -> List.of(thrown.what()));
        tell(InvalidInputException.class, thrown -> List.of(thrown.argument()));
        tell(StaleAgentException.class, thrown -> List.of(thrown.expected(), thrown.actual()));
        tell(AgentUnavailableException.class, thrown -> List.of(thrown.status()));
        tell(DraftLimitException.class, thrown -> List.of(thrown.open()));
        tell(DraftClosedException.class, thrown -> List.of(thrown.draft()));
        tell(StaleDraftException.class, thrown -> List.of(thrown.expected(), thrown.actual()));
        tell(AlreadyPublishedException.class, thrown -> List.of(thrown.version()));
        tell(StaleBaseException.class, thrown -> List.of(thrown.base(), thrown.latest()));
        tell(ContentRulesException.class, thrown -> List.of(thrown.findings()));
        tell(StaleAnnotationException.class, thrown -> List.of(thrown.actual()));
        tell(
                StalePlanException.class,
                thrown -> List.of(thrown.plan().draft(), thrown.plan().source()));
        tell(
                MergeConflictException.class,
                thrown -> List.of(thrown.plan().merge().conflicts().stream()
                        .map(Conflict::id)
                        .toList()));
        tell(VersionInUseException.class, thrown -> List.of(thrown.environments()));
        tell(PipelineException.class, thrown -> List.of(thrown.rule()));
        tell(EnvironmentFrozenException.class, thrown -> List.of(thrown.freeze()));
        tell(StaleDeploymentException.class, thrown -> List.of(thrown.actual()));
        tell(ArchivedVersionException.class, thrown -> List.of(thrown.version()));
        tell(StalePageException.class, thrown -> List.of(thrown.expected(), thrown.actual()));
        tell(PageSchemaException.class, thrown -> List.of(thrown.environment()));
        tell(PageVariablesException.class, thrown -> List.of(thrown.environment()));
        tell(UnmetNeedsException.class, thrown -> List.of(thrown.version(), thrown.environment()));
        tell(RequestIdReusedException.class, thrown -> List.of(thrown.number()));
        tell(AccessDeniedException.class, thrown -> List.of(thrown.request().action()));
    }

    /** What an exception says. */
    public static Refusal of(StetException thrown) {
        Function<StetException, List<?>> facts = FACTS.getOrDefault(thrown.getClass(), any -> List.of());
        return new Refusal(thrown.getClass(), facts.apply(thrown));
    }

    static Refusal of(Class<? extends StetException> type, Object... facts) {
        return new Refusal(type, List.of(facts));
    }

    static Refusal notFound(String what) {
        return of(NotFoundException.class, what);
    }

    /** Whatever the exception carries. */
    static Refusal any(Class<? extends StetException> type) {
        return new Refusal(type, ANY);
    }

    /** Whether this, as a reason that was foreseen, is the one that was found. */
    boolean covers(Refusal found) {
        return type == found.type() && (facts.equals(ANY) || facts.equals(found.facts()));
    }

    private static <E extends StetException> void tell(Class<E> type, Function<E, List<?>> facts) {
        FACTS.put(type, thrown -> facts.apply(type.cast(thrown)));
    }

    @Override
    public String toString() {
        return type.getSimpleName() + facts;
    }
}
