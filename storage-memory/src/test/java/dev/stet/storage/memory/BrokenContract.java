package dev.stet.storage.memory;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.broken.BeginsWithYearOne;
import dev.stet.storage.memory.broken.CutsBytes;
import dev.stet.storage.memory.broken.DecidesBesideOthers;
import dev.stet.storage.memory.broken.DiesOfInterrupts;
import dev.stet.storage.memory.broken.DoesNothing;
import dev.stet.storage.memory.broken.DropsByNumberAlone;
import dev.stet.storage.memory.broken.DropsTooMuch;
import dev.stet.storage.memory.broken.FoldsFilters;
import dev.stet.storage.memory.broken.FoldsIds;
import dev.stet.storage.memory.broken.FollowsNoBases;
import dev.stet.storage.memory.broken.ForgetsAuditEntries;
import dev.stet.storage.memory.broken.ForgetsEarliestTimes;
import dev.stet.storage.memory.broken.ForgetsLeaps;
import dev.stet.storage.memory.broken.ForgetsPageRevisions;
import dev.stet.storage.memory.broken.ForgetsTheDeleted;
import dev.stet.storage.memory.broken.ForgetsWhatWasAsked;
import dev.stet.storage.memory.broken.GivesWay;
import dev.stet.storage.memory.broken.KeepsOldFlags;
import dev.stet.storage.memory.broken.KeepsOldSnapshots;
import dev.stet.storage.memory.broken.KeepsRefusedRows;
import dev.stet.storage.memory.broken.KeepsWhatIsDropped;
import dev.stet.storage.memory.broken.LeaksWorkspaces;
import dev.stet.storage.memory.broken.LeavesRowsBehind;
import dev.stet.storage.memory.broken.LosesPagesOnDeployment;
import dev.stet.storage.memory.broken.LosesUpdates;
import dev.stet.storage.memory.broken.MixesUpPages;
import dev.stet.storage.memory.broken.MixesUpRequests;
import dev.stet.storage.memory.broken.PadsNames;
import dev.stet.storage.memory.broken.ReadsStaleRows;
import dev.stet.storage.memory.broken.ReplacesContents;
import dev.stet.storage.memory.broken.ReusesNumbers;
import dev.stet.storage.memory.broken.RoundsTimes;
import dev.stet.storage.memory.broken.SkipsTies;
import dev.stet.storage.memory.broken.SortsBy;
import dev.stet.storage.memory.broken.SwallowsInterrupts;
import dev.stet.storage.memory.broken.TearsChanges;
import dev.stet.storage.memory.broken.TearsPages;
import dev.stet.storage.memory.broken.TripsOverExtremes;
import dev.stet.storage.memory.broken.WaitsForEver;
import dev.stet.storage.tck.Declaration;
import dev.stet.storage.tck.HostTransaction;
import dev.stet.storage.tck.StorageContract;
import dev.stet.storage.tck.StorageFixture;
import java.util.Optional;
import java.util.function.Function;

/** The contract of a broken store. Its name keeps it out of the normal run: it is there to fail. */
abstract class BrokenContract extends StorageContract {
    private final Function<Catalogue, Storage> maker;

    BrokenContract(Function<Catalogue, Storage> maker) {
        this.maker = maker;
    }

    @Override
    protected StorageFixture fixture() {
        return new Fixture(maker);
    }

    private static final class Fixture implements StorageFixture {
        private final Function<Catalogue, Storage> maker;
        private Optional<WaitsForEver> waiting = Optional.empty();

        private Fixture(Function<Catalogue, Storage> maker) {
            this.maker = maker;
        }

        @Override
        public Declaration declaration() {
            Declaration declared = Declaration.inMemory();
            return waiting.isPresent() ? declared.withHostTransactions() : declared;
        }

        @Override
        public Optional<HostTransaction> hostTransaction() {
            return waiting.map(WaitsForEver::begun);
        }

        @Override
        public Storage open(Catalogue catalogue) {
            Storage opened = maker.apply(catalogue);
            waiting = opened instanceof WaitsForEver waits ? Optional.of(waits) : Optional.empty();
            return opened;
        }

        @Override
        public void close() {}
    }

    static final class OfDoesNothing extends BrokenContract {
        OfDoesNothing() {
            super(DoesNothing::new);
        }
    }

    static final class OfLosesUpdates extends BrokenContract {
        OfLosesUpdates() {
            super(LosesUpdates::new);
        }
    }

    static final class OfDecidesBesideOthers extends BrokenContract {
        OfDecidesBesideOthers() {
            super(DecidesBesideOthers::new);
        }
    }

    static final class OfWaitsForEver extends BrokenContract {
        OfWaitsForEver() {
            super(WaitsForEver::new);
        }
    }

    static final class OfSwallowsInterrupts extends BrokenContract {
        OfSwallowsInterrupts() {
            super(SwallowsInterrupts::new);
        }
    }

    static final class OfDiesOfInterrupts extends BrokenContract {
        OfDiesOfInterrupts() {
            super(DiesOfInterrupts::new);
        }
    }

    static final class OfTearsChanges extends BrokenContract {
        OfTearsChanges() {
            super(TearsChanges::new);
        }
    }

    static final class OfForgetsAuditEntries extends BrokenContract {
        OfForgetsAuditEntries() {
            super(ForgetsAuditEntries::new);
        }
    }

    static final class OfSortsByCodeUnit extends BrokenContract {
        OfSortsByCodeUnit() {
            super(SortsBy::codeUnits);
        }
    }

    static final class OfSkipsTies extends BrokenContract {
        OfSkipsTies() {
            super(SkipsTies::new);
        }
    }

    static final class OfReusesNumbers extends BrokenContract {
        OfReusesNumbers() {
            super(ReusesNumbers::new);
        }
    }

    static final class OfRoundsTimes extends BrokenContract {
        OfRoundsTimes() {
            super(RoundsTimes::new);
        }
    }

    static final class OfLeaksWorkspaces extends BrokenContract {
        OfLeaksWorkspaces() {
            super(LeaksWorkspaces::new);
        }
    }

    static final class OfReadsStaleRows extends BrokenContract {
        OfReadsStaleRows() {
            super(ReadsStaleRows::new);
        }
    }

    static final class OfKeepsRefusedRows extends BrokenContract {
        OfKeepsRefusedRows() {
            super(KeepsRefusedRows::new);
        }
    }

    static final class OfCutsBytes extends BrokenContract {
        OfCutsBytes() {
            super(CutsBytes::new);
        }
    }

    static final class OfFollowsNoBases extends BrokenContract {
        OfFollowsNoBases() {
            super(FollowsNoBases::new);
        }
    }

    static final class OfReplacesContents extends BrokenContract {
        OfReplacesContents() {
            super(ReplacesContents::new);
        }
    }

    static final class OfFoldsIds extends BrokenContract {
        OfFoldsIds() {
            super(FoldsIds::new);
        }
    }

    static final class OfForgetsTheDeleted extends BrokenContract {
        OfForgetsTheDeleted() {
            super(ForgetsTheDeleted::new);
        }
    }

    static final class OfMixesUpRequests extends BrokenContract {
        OfMixesUpRequests() {
            super(MixesUpRequests::new);
        }
    }

    static final class OfKeepsWhatIsDropped extends BrokenContract {
        OfKeepsWhatIsDropped() {
            super(KeepsWhatIsDropped::new);
        }
    }

    static final class OfDropsTooMuch extends BrokenContract {
        OfDropsTooMuch() {
            super(DropsTooMuch::new);
        }
    }

    static final class OfKeepsOldFlags extends BrokenContract {
        OfKeepsOldFlags() {
            super(KeepsOldFlags::new);
        }
    }

    static final class OfBeginsWithYearOne extends BrokenContract {
        OfBeginsWithYearOne() {
            super(BeginsWithYearOne::new);
        }
    }

    static final class OfDropsByNumberAlone extends BrokenContract {
        OfDropsByNumberAlone() {
            super(DropsByNumberAlone::new);
        }
    }

    static final class OfForgetsPageRevisions extends BrokenContract {
        OfForgetsPageRevisions() {
            super(ForgetsPageRevisions::new);
        }
    }

    static final class OfMixesUpPages extends BrokenContract {
        OfMixesUpPages() {
            super(MixesUpPages::new);
        }
    }

    static final class OfTearsPages extends BrokenContract {
        OfTearsPages() {
            super(TearsPages::new);
        }
    }

    static final class OfLosesPagesOnDeployment extends BrokenContract {
        OfLosesPagesOnDeployment() {
            super(LosesPagesOnDeployment::new);
        }
    }

    static final class OfForgetsWhatWasAsked extends BrokenContract {
        OfForgetsWhatWasAsked() {
            super(ForgetsWhatWasAsked::new);
        }
    }

    static final class OfForgetsLeaps extends BrokenContract {
        OfForgetsLeaps() {
            super(ForgetsLeaps::new);
        }
    }

    static final class OfForgetsEarliestTimes extends BrokenContract {
        OfForgetsEarliestTimes() {
            super(ForgetsEarliestTimes::new);
        }
    }

    static final class OfTripsOverExtremes extends BrokenContract {
        OfTripsOverExtremes() {
            super(TripsOverExtremes::new);
        }
    }

    static final class OfLeavesPagesBehind extends BrokenContract {
        OfLeavesPagesBehind() {
            super(LeavesRowsBehind::ofPages);
        }
    }

    static final class OfPadsNames extends BrokenContract {
        OfPadsNames() {
            super(PadsNames::new);
        }
    }

    static final class OfFoldsFilters extends BrokenContract {
        OfFoldsFilters() {
            super(FoldsFilters::new);
        }
    }

    static final class OfKeepsOldSnapshots extends BrokenContract {
        OfKeepsOldSnapshots() {
            super(KeepsOldSnapshots::new);
        }
    }

    /** Not broken: every store may give way now and then. */
    static final class OfGivesWay extends BrokenContract {
        OfGivesWay() {
            super(GivesWay::new);
        }
    }
}
