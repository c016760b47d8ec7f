package dev.stet.storage.tck;

import net.jqwik.api.Group;
import org.junit.jupiter.api.Nested;

/** Everything a store must do, in one test class: to be extended by a class that says how the store is made. */
public abstract class StorageContract {
    /** A fixture whose store is empty when it is opened first; a new one for every test and every try of one. */
    protected abstract StorageFixture fixture();

    @Nested
    class Tables extends TableSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class TableValues extends ValueSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Links extends LinkSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    @Nested
    class Chains extends ChainSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

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
    class Removals extends RemovalSuite {
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

    /** Run by jqwik. */
    @Group
    class Scans extends ScanSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }

    /** Run by jqwik. */
    @Group
    class RandomChanges extends RandomChangeSuite {
        @Override
        protected StorageFixture fixture() {
            return StorageContract.this.fixture();
        }
    }
}
