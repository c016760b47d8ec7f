package dev.stet.storage.memory;

import dev.stet.storage.Catalogue;
import dev.stet.storage.Storage;
import dev.stet.storage.memory.broken.ChainsLightly;
import dev.stet.storage.memory.broken.ChainsTooFar;
import dev.stet.storage.memory.broken.CountsBeyondLimits;
import dev.stet.storage.memory.broken.CountsWithoutConditions;
import dev.stet.storage.memory.broken.DeletesWhatOutlives;
import dev.stet.storage.memory.broken.ExcludesBounds;
import dev.stet.storage.memory.broken.FoldsContains;
import dev.stet.storage.memory.broken.ForgetsEmptyTexts;
import dev.stet.storage.memory.broken.ForgetsWhatItKept;
import dev.stet.storage.memory.broken.IgnoresConditions;
import dev.stet.storage.memory.broken.IgnoresLinks;
import dev.stet.storage.memory.broken.IgnoresOffsets;
import dev.stet.storage.memory.broken.KeepsOldPlaces;
import dev.stet.storage.memory.broken.LeaksHeads;
import dev.stet.storage.memory.broken.LeavesCircles;
import dev.stet.storage.memory.broken.LeavesRowsBehind;
import dev.stet.storage.memory.broken.ListsHeavyColumns;
import dev.stet.storage.memory.broken.ListsNothingLast;
import dev.stet.storage.memory.broken.LosesHeavyColumns;
import dev.stet.storage.memory.broken.MergesPuts;
import dev.stet.storage.memory.broken.MiscountsWhatItKept;
import dev.stet.storage.memory.broken.MisplacesStarts;
import dev.stet.storage.memory.broken.MixesUpHeads;
import dev.stet.storage.memory.broken.PassesOverUnknownTables;
import dev.stet.storage.memory.broken.RoundsNumbers;
import dev.stet.storage.memory.broken.SortsBy;
import dev.stet.storage.memory.broken.TearsReads;
import java.util.function.Function;

/** The contract of a store that is broken whatever its tables are. Its name keeps it out of the normal run. */
abstract class BrokenTables extends BrokenContract {
    private BrokenTables(Function<Catalogue, Storage> maker) {
        super(maker);
    }

    static final class OfIgnoresLinks extends BrokenTables {
        OfIgnoresLinks() {
            super(IgnoresLinks::new);
        }
    }

    static final class OfTearsReads extends BrokenTables {
        OfTearsReads() {
            super(TearsReads::new);
        }
    }

    static final class OfTakesStartsInclusive extends BrokenTables {
        OfTakesStartsInclusive() {
            super(MisplacesStarts::inclusive);
        }
    }

    static final class OfTakesStartsExclusive extends BrokenTables {
        OfTakesStartsExclusive() {
            super(MisplacesStarts::exclusive);
        }
    }

    static final class OfIgnoresEqual extends BrokenTables {
        OfIgnoresEqual() {
            super(IgnoresConditions::equal);
        }
    }

    static final class OfIgnoresContains extends BrokenTables {
        OfIgnoresContains() {
            super(IgnoresConditions::contains);
        }
    }

    static final class OfIgnoresBetween extends BrokenTables {
        OfIgnoresBetween() {
            super(IgnoresConditions::between);
        }
    }

    static final class OfFoldsContains extends BrokenTables {
        OfFoldsContains() {
            super(FoldsContains::new);
        }
    }

    static final class OfExcludesBounds extends BrokenTables {
        OfExcludesBounds() {
            super(ExcludesBounds::new);
        }
    }

    static final class OfIgnoresOffsets extends BrokenTables {
        OfIgnoresOffsets() {
            super(IgnoresOffsets::new);
        }
    }

    static final class OfIgnoresDescending extends BrokenTables {
        OfIgnoresDescending() {
            super(SortsBy::ascending);
        }
    }

    static final class OfSortsByCollation extends BrokenTables {
        OfSortsByCollation() {
            super(SortsBy::collation);
        }
    }

    static final class OfSortsBytesSigned extends BrokenTables {
        OfSortsBytesSigned() {
            super(SortsBy::signedBytes);
        }
    }

    static final class OfSortsNumbersByDigits extends BrokenTables {
        OfSortsNumbersByDigits() {
            super(SortsBy::digits);
        }
    }

    static final class OfSortsTrueFirst extends BrokenTables {
        OfSortsTrueFirst() {
            super(SortsBy::trueFirst);
        }
    }

    static final class OfLeaksHeads extends BrokenTables {
        OfLeaksHeads() {
            super(LeaksHeads::new);
        }
    }

    static final class OfMixesUpHeads extends BrokenTables {
        OfMixesUpHeads() {
            super(MixesUpHeads::new);
        }
    }

    static final class OfPassesOverUnknownTables extends BrokenTables {
        OfPassesOverUnknownTables() {
            super(PassesOverUnknownTables::new);
        }
    }

    static final class OfLosesHeavyColumns extends BrokenTables {
        OfLosesHeavyColumns() {
            super(LosesHeavyColumns::new);
        }
    }

    static final class OfListsHeavyColumns extends BrokenTables {
        OfListsHeavyColumns() {
            super(ListsHeavyColumns::new);
        }
    }

    static final class OfLeavesRowsBehind extends BrokenTables {
        OfLeavesRowsBehind() {
            super(LeavesRowsBehind::ofAllTables);
        }
    }

    static final class OfDeletesWhatOutlives extends BrokenTables {
        OfDeletesWhatOutlives() {
            super(DeletesWhatOutlives::new);
        }
    }

    static final class OfForgetsWhatItKept extends BrokenTables {
        OfForgetsWhatItKept() {
            super(ForgetsWhatItKept::new);
        }
    }

    static final class OfMiscountsWhatItKept extends BrokenTables {
        OfMiscountsWhatItKept() {
            super(MiscountsWhatItKept::new);
        }
    }

    static final class OfMergesPuts extends BrokenTables {
        OfMergesPuts() {
            super(MergesPuts::new);
        }
    }

    static final class OfChainsTooFar extends BrokenTables {
        OfChainsTooFar() {
            super(ChainsTooFar::new);
        }
    }

    static final class OfLeavesCircles extends BrokenTables {
        OfLeavesCircles() {
            super(LeavesCircles::new);
        }
    }

    static final class OfChainsLightly extends BrokenTables {
        OfChainsLightly() {
            super(ChainsLightly::new);
        }
    }

    static final class OfCountsBeyondLimits extends BrokenTables {
        OfCountsBeyondLimits() {
            super(CountsBeyondLimits::new);
        }
    }

    static final class OfCountsWithoutConditions extends BrokenTables {
        OfCountsWithoutConditions() {
            super(CountsWithoutConditions::new);
        }
    }

    static final class OfListsNothingLast extends BrokenTables {
        OfListsNothingLast() {
            super(ListsNothingLast::new);
        }
    }

    static final class OfKeepsOldPlaces extends BrokenTables {
        OfKeepsOldPlaces() {
            super(KeepsOldPlaces::new);
        }
    }

    static final class OfForgetsEmptyTexts extends BrokenTables {
        OfForgetsEmptyTexts() {
            super(ForgetsEmptyTexts::new);
        }
    }

    static final class OfRoundsNumbers extends BrokenTables {
        OfRoundsNumbers() {
            super(RoundsNumbers::new);
        }
    }
}
