package dev.stet.storage.tck;

import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** Everything a store must do, in one test class: to be extended by a class that says how the store is made. */
public abstract class StorageContract {
    /** A fixture with an empty store; a new one for every test and every try of one. */
    protected abstract StorageFixture fixture();

    @Nested
    class ReadsAndWrites extends ReadWriteSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Atomicity extends AtomicitySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class CompareAndSet extends CompareAndSetSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Alone extends AloneSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Ordering extends OrderingSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Paging extends PagingSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Fidelity extends FidelitySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Contents extends ContentSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageRows extends PageRowSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Isolation extends IsolationSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Identities extends IdentitySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Reopening extends ReopenSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Agents extends AgentLifecycleSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Drafts extends DraftLifecycleSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Publishing extends PublishLifecycleSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Merging extends MergeLifecycleSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Environments extends EnvironmentLifecycleSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class ConfigPages extends ConfigPageSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageHistories extends PageHistorySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class ResolvedPages extends ResolvedPageSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageSchemas extends PageSchemaSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageNeeds extends PageNeedsSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageSecrets extends PageSecretSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageMasks extends PageMaskSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class PageConcurrency extends PageConcurrencySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Retaining extends RetentionSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class RetainingContents extends ContentRetentionSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class RetentionHistories extends RetentionHistorySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Clocks extends ClockSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Access extends AccessSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Refusals extends RefusalSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Inputs extends InputSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Requests extends RequestSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class ConcurrentHistories extends ConcurrentHistorySuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Patience extends PatienceSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Interrupts extends InterruptSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Interleavings extends InterleavingSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    /** Run by jqwik. */
    @Group
    class Models extends ModelSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }
}
