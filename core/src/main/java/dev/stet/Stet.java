package dev.stet;

import dev.stet.access.AccessPolicy;
import dev.stet.access.Actor;
import dev.stet.agent.TextLimits;
import dev.stet.content.ContentLimits;
import dev.stet.content.ContentRules;
import dev.stet.content.Identities;
import dev.stet.content.JsonPointer;
import dev.stet.draft.AfterPublish;
import dev.stet.draft.DraftPolicy;
import dev.stet.environment.Pipeline;
import dev.stet.error.InvalidInputException;
import dev.stet.facts.Facts;
import dev.stet.input.Given;
import dev.stet.ref.WorkspaceId;
import dev.stet.rules.CompiledSchemas;
import dev.stet.rules.Policies;
import dev.stet.schema.SchemaLimits;
import dev.stet.storage.Catalogue;
import dev.stet.storage.JoinedStorage;
import dev.stet.storage.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Version control for an application's AI agents: the entry to everything.
 *
 * <pre>{@code
 * Stet stet = Stet.on(storage).pipeline(Pipeline.of("sandbox", "pre-release", "live")).build();
 * Workspace acme = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
 * }</pre>
 *
 * <p>One instance serves a whole application. It and everything it hands out is safe for use by any number of threads;
 * several instances, in several processes, may share one store. Every call may throw, beside the refusals it names:
 * {@link dev.stet.access.AccessDeniedException}, {@link dev.stet.storage.StorageException},
 * {@link dev.stet.storage.InterruptedCallException}, and, for changes,
 * {@link dev.stet.storage.ContentionException} and {@link dev.stet.access.RequestIdReusedException}. All of them extend
 * {@link dev.stet.error.StetException}; a call that threw changed nothing, with the one exception of
 * {@link dev.stet.storage.OutcomeUnknownException}.
 */
public final class Stet {
    /** How much heap the contents may take that an instance keeps in memory, unless told otherwise: 64 MiB. */
    public static final long DEFAULT_CONTENT_CACHE_BYTES = 64L << 20;

    /** How long a change may wait for others unless told otherwise: ten seconds. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    /** How far from each other clocks may be unless told otherwise: a day. */
    public static final Duration DEFAULT_CLOCK_TOLERANCE = Duration.ofDays(1);

    private static final Duration LONGEST_CLOCK_TOLERANCE = Duration.ofDays(36_525);

    private final Registry registry;
    private final AccessPolicy access;

    private Stet(Registry registry, AccessPolicy access) {
        this.registry = registry;
        this.access = access;
    }

    /** The tables that a store keeps for Stet, each with its columns and indexes. */
    public static Catalogue catalogue() {
        return Facts.CATALOGUE;
    }

    /** Begins the declaration of a registry that keeps its agents in {@code storage}. */
    public static Builder on(Storage storage) {
        Given.the("storage", storage);
        return new Builder(storage);
    }

    /** One tenant's agents, as one actor may see and change them. Costs nothing: ask for it in every request. */
    public Workspace workspace(WorkspaceId workspace, Actor actor) {
        Given.the("workspace", workspace);
        Given.the("actor", actor);
        return new Workspace(registry, new Scope(access, workspace, actor, Optional.empty()));
    }

    /**
     * The same registry inside a transaction of the host's: its changes are there when the host commits, together with
     * everything else in that transaction, or not at all. Costs little: ask for it in every transaction.
     *
     * <p>Contention is not retried but thrown, as a transaction that lost a race has to be done again from its beginning;
     * and what is read and written in it is not kept in memory, as it can still be undone.
     *
     * @param transaction the store, joined to the transaction; as thread-safe as that is what is returned
     */
    public Stet within(JoinedStorage transaction) {
        Given.the("transaction", transaction);
        return new Stet(registry.within(transaction), access);
    }

    /** What a host declares once. Not thread-safe; each {@link #build} makes an independent {@link Stet}. */
    public static final class Builder {
        private final Storage storage;
        private Pipeline pipeline = Pipeline.of("live");
        private final Map<String, Pipeline> pipelines = new HashMap<>();
        private ContentRules contentRules = ContentRules.none();
        private final Map<String, ContentRules> contentRulesByKind = new HashMap<>();
        private Identities identities = Identities.byDefault();
        private final Map<String, Identities> identitiesByKind = new HashMap<>();
        private Optional<JsonPointer> pageNeeds = Optional.empty();
        private final Map<String, JsonPointer> pageNeedsByKind = new HashMap<>();
        private ContentLimits contentLimits = ContentLimits.DEFAULT;
        private SchemaLimits schemaLimits = SchemaLimits.DEFAULT;
        private TextLimits textLimits = TextLimits.DEFAULT;
        private DraftPolicy drafts = DraftPolicy.MANY_PER_AGENT;
        private AfterPublish afterPublish = AfterPublish.CONSUME;
        private AccessPolicy access = AccessPolicy.creatorsDiscardTheirDrafts();
        private InstantSource clock = InstantSource.system();
        private Duration clockTolerance = DEFAULT_CLOCK_TOLERANCE;
        private Optional<Supplier<String>> ids = Optional.empty();
        private long contentCacheBytes = DEFAULT_CONTENT_CACHE_BYTES;
        private Duration patience = DEFAULT_PATIENCE;

        private Builder(Storage storage) {
            this.storage = storage;
        }

        /** The pipeline of every kind that has none of its own. By default the single environment {@code live}. */
        public Builder pipeline(Pipeline given) {
            pipeline = Given.the("pipeline", given);
            return this;
        }

        /** The pipeline of the agents of one kind. */
        public Builder pipeline(String kind, Pipeline given) {
            pipelines.put(Given.the("agent kind", kind), Given.the("pipeline", given));
            return this;
        }

        /** The content rules of every kind that has none of its own. By default there are none. */
        public Builder contentRules(ContentRules given) {
            contentRules = Given.the("content rules", given);
            return this;
        }

        /** The content rules of the agents of one kind. */
        public Builder contentRules(String kind, ContentRules given) {
            contentRulesByKind.put(Given.the("agent kind", kind), Given.the("content rules", given));
            return this;
        }

        /**
         * How elements of arrays are known again where contents are compared, for every kind that has no identities of its
         * own. By default {@link Identities#byDefault()}.
         */
        public Builder identities(Identities given) {
            identities = Given.the("identities", given);
            return this;
        }

        /** How elements of arrays are known again in the contents of one kind of agent. */
        public Builder identities(String kind, Identities given) {
            identitiesByKind.put(Given.the("agent kind", kind), Given.the("identities", given));
            return this;
        }

        /**
         * The place in a content where it says what it needs of the config page it runs with: a JSON Schema that the page's
         * variables must meet. A version whose needs an environment's page does not meet is not deployed there, and the page
         * of an environment is not changed to what the version that it serves cannot run with. Holds for every kind that has
         * no place of its own. By default there is none, and nothing is looked at.
         */
        public Builder pageNeeds(JsonPointer at) {
            pageNeeds = Given.chosen("page needs", at);
            return this;
        }

        /** The place in the contents of one kind of agent. */
        public Builder pageNeeds(String kind, JsonPointer at) {
            pageNeedsByKind.put(Given.the("agent kind", kind), Given.the("page needs", at));
            return this;
        }

        /** How large and deep content may be, and each of the variables and the schema of a config page. By default {@link ContentLimits#DEFAULT}. */
        public Builder contentLimits(ContentLimits given) {
            contentLimits = Given.the("content limits", given);
            return this;
        }

        /** How large the schemas of config pages, and of what contents need of them, may be. By default {@link SchemaLimits#DEFAULT}. */
        public Builder schemaLimits(SchemaLimits given) {
            schemaLimits = Given.the("schema limits", given);
            return this;
        }

        /** How long names, labels, descriptions and reasons may be. By default {@link TextLimits#DEFAULT}. */
        public Builder textLimits(TextLimits given) {
            textLimits = Given.the("text limits", given);
            return this;
        }

        /** How many drafts of an agent may be open. By default many. */
        public Builder drafts(DraftPolicy given) {
            drafts = Given.the("drafts", given);
            return this;
        }

        /** What becomes of a published draft. By default it is closed. */
        public Builder afterPublish(AfterPublish given) {
            afterPublish = Given.the("after publish", given);
            return this;
        }

        /** Who may do what. By default {@link AccessPolicy#creatorsDiscardTheirDrafts()}. */
        public Builder access(AccessPolicy given) {
            access = Given.the("access", given);
            return this;
        }

        /** Where the time comes from. By default the system's clock. */
        public Builder clock(InstantSource given) {
            clock = Given.the("clock", given);
            return this;
        }

        /**
         * How far from each other the clocks may be that write into one store; from 0 to 100 years. A change whose clock is
         * further from the time of the change before it is made, and says so ({@link dev.stet.access.AuditEntry#earliest()}):
         * nothing was changed for that long, or a clock is wrong. By default {@link #DEFAULT_CLOCK_TOLERANCE}.
         */
        public Builder clockTolerance(Duration given) {
            if (given.isNegative() || given.compareTo(LONGEST_CLOCK_TOLERANCE) > 0) {
                throw new InvalidInputException("clock tolerance", "from 0 to 100 years", given.toString());
            }
            clockTolerance = given;
            return this;
        }

        /**
         * Where ids come from that the host does not give: each call returns a new one of 1 to 128 visible ASCII
         * characters. By default UUIDs of version 7, which sort by time.
         */
        public Builder ids(Supplier<String> given) {
            ids = Given.chosen("ids", given);
            return this;
        }

        /**
         * How much heap the contents may take that are kept in memory in parsed form. What an object takes is estimated as in a 64-bit
         * JVM with compressed references, and rather too much than too little; without compressed references (a heap of 32 GiB
         * or more) it can be half as much again. Schemas of config pages are kept beside them, in 32 MiB at most.
         */
        public Builder contentCacheBytes(long bytes) {
            if (bytes < 0) {
                throw new InvalidInputException("content cache", "0 bytes or more", Long.toString(bytes));
            }
            contentCacheBytes = bytes;
            return this;
        }

        /**
         * How long a change may wait for others, all in all: for its turn among the threads of this process, for locks, and
         * for another attempt after others changed the agent. Then it throws
         * {@link dev.stet.storage.ContentionException}. By default {@link #DEFAULT_PATIENCE}. An attempt that has begun is
         * not broken off, and the wait for a connection of a pool ends when the pool says so; it counts all the same.
         */
        public Builder patience(Duration given) {
            if (given.isNegative() || given.isZero()) {
                throw new InvalidInputException("patience", "more than no time", given.toString());
            }
            patience = given;
            return this;
        }

        public Stet build() {
            Policies policies = new Policies(
                    pipeline,
                    pipelines,
                    contentRules,
                    contentRulesByKind,
                    identities,
                    identitiesByKind,
                    pageNeeds,
                    pageNeedsByKind,
                    new CompiledSchemas(schemaLimits),
                    contentLimits,
                    textLimits,
                    drafts,
                    afterPublish);
            ContentCache cache = new ContentCache(contentCacheBytes);
            Facts facts = new Facts(storage);
            HostClock time = new HostClock(clock, clockTolerance);
            Changes changes = new Changes(facts, cache, time, ids.orElseGet(() -> new TimeOrderedIds(time)), patience);
            Stet stet = new Stet(new Registry(facts, policies, time, new Rows(facts, cache), changes), access);
            return storage instanceof JoinedStorage transaction ? stet.within(transaction) : stet;
        }
    }
}
