package dev.stet.storage.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The proof of the kit: every fault that a store was given is caught, and by which suites. */
class KitCatchesBrokenStoresTest {
    /** A broken store, and suites that each catch it by themselves, in every run. Others may catch it as well. */
    private record Fault(Class<? extends BrokenContract> contract, Set<String> caughtBy) {
        static Fault of(Class<? extends BrokenContract> contract, String... caughtBy) {
            return new Fault(contract, new TreeSet<>(Set.of(caughtBy)));
        }
    }

    private static final List<Fault> FAULTS = List.of(
            Fault.of(BrokenContract.OfLosesUpdates.class, "CompareAndSet", "Atomicity", "ConcurrentHistories"),
            Fault.of(BrokenContract.OfTearsChanges.class, "Atomicity"),
            Fault.of(BrokenContract.OfDecidesBesideOthers.class, "Alone"),
            Fault.of(BrokenContract.OfWaitsForEver.class, "Patience"),
            Fault.of(BrokenContract.OfSwallowsInterrupts.class, "Interrupts"),
            Fault.of(BrokenContract.OfDiesOfInterrupts.class, "Interrupts"),
            Fault.of(
                    BrokenContract.OfForgetsAuditEntries.class,
                    "Models",
                    "ConcurrentHistories",
                    "Requests",
                    "Fidelity"),
            Fault.of(BrokenContract.OfSortsByCodeUnit.class, "Ordering"),
            Fault.of(BrokenContract.OfSkipsTies.class, "Ordering", "Paging"),
            Fault.of(BrokenContract.OfReusesNumbers.class, "Models", "ConcurrentHistories", "Requests", "Fidelity"),
            Fault.of(BrokenContract.OfRoundsTimes.class, "Fidelity", "Ordering", "Models", "ConcurrentHistories"),
            Fault.of(BrokenContract.OfLeaksWorkspaces.class, "Isolation", "Models"),
            Fault.of(BrokenContract.OfReadsStaleRows.class, "ReadsAndWrites", "CompareAndSet", "Models"),
            Fault.of(BrokenContract.OfKeepsRefusedRows.class, "Atomicity", "ReadsAndWrites"),
            Fault.of(BrokenContract.OfCutsBytes.class, "TableValues"),
            Fault.of(BrokenContract.OfFollowsNoBases.class, "Chains"),
            Fault.of(BrokenContract.OfReplacesContents.class, "ReadsAndWrites"),
            Fault.of(BrokenContract.OfFoldsIds.class, "Isolation", "Ordering"),
            Fault.of(BrokenContract.OfForgetsTheDeleted.class, "CompareAndSet", "Isolation"),
            Fault.of(BrokenContract.OfMixesUpRequests.class, "Requests", "Isolation"),
            Fault.of(BrokenContract.OfForgetsWhatWasAsked.class, "Requests", "Fidelity"),
            Fault.of(BrokenContract.OfForgetsLeaps.class, "Fidelity", "Models"),
            Fault.of(BrokenContract.OfForgetsEarliestTimes.class, "Fidelity"),
            Fault.of(BrokenContract.OfKeepsWhatIsDropped.class, "Removals", "Atomicity"),
            Fault.of(BrokenContract.OfDropsTooMuch.class, "Removals"),
            Fault.of(BrokenContract.OfDropsByNumberAlone.class, "Removals"),
            Fault.of(BrokenContract.OfKeepsOldFlags.class, "Fidelity"),
            Fault.of(BrokenContract.OfBeginsWithYearOne.class, "Fidelity", "Ordering"),
            Fault.of(BrokenContract.OfForgetsPageRevisions.class, "PageRows", "Fidelity", "Models"),
            Fault.of(BrokenContract.OfMixesUpPages.class, "PageRows", "Models"),
            Fault.of(BrokenContract.OfTearsPages.class, "PageRows", "Models"),
            Fault.of(BrokenContract.OfLosesPagesOnDeployment.class, "PageRows", "Atomicity"),
            Fault.of(BrokenContract.OfKeepsOldSnapshots.class, "Models", "Atomicity"),
            Fault.of(BrokenContract.OfTripsOverExtremes.class, "ReadsAndWrites"),
            Fault.of(BrokenContract.OfLeavesPagesBehind.class, "PageRows", "Isolation"),
            Fault.of(BrokenContract.OfPadsNames.class, "Identities"),
            Fault.of(BrokenContract.OfFoldsFilters.class, "Identities"),
            Fault.of(BrokenTables.OfIgnoresLinks.class, "Links"),
            Fault.of(BrokenTables.OfTearsReads.class, "Links"),
            Fault.of(BrokenTables.OfTakesStartsInclusive.class, "Scans"),
            Fault.of(BrokenTables.OfTakesStartsExclusive.class, "Scans"),
            Fault.of(BrokenTables.OfIgnoresEqual.class, "Scans", "TableValues"),
            Fault.of(BrokenTables.OfIgnoresContains.class, "Scans", "TableValues"),
            Fault.of(BrokenTables.OfIgnoresBetween.class, "Scans"),
            Fault.of(BrokenTables.OfFoldsContains.class, "Scans"),
            Fault.of(BrokenTables.OfExcludesBounds.class, "Tables"),
            Fault.of(BrokenTables.OfIgnoresOffsets.class, "Scans"),
            Fault.of(BrokenTables.OfIgnoresDescending.class, "Scans", "RandomChanges"),
            Fault.of(BrokenTables.OfSortsByCollation.class, "Scans", "RandomChanges"),
            Fault.of(BrokenTables.OfSortsBytesSigned.class, "Scans", "RandomChanges"),
            Fault.of(BrokenTables.OfSortsNumbersByDigits.class, "Scans", "RandomChanges"),
            Fault.of(BrokenTables.OfSortsTrueFirst.class, "Scans", "RandomChanges"),
            Fault.of(BrokenTables.OfLeaksHeads.class, "Scans"),
            Fault.of(BrokenTables.OfMixesUpHeads.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfPassesOverUnknownTables.class, "Tables"),
            Fault.of(BrokenTables.OfLosesHeavyColumns.class, "Tables", "TableValues"),
            Fault.of(BrokenTables.OfListsHeavyColumns.class, "Tables", "Scans"),
            Fault.of(BrokenTables.OfLeavesRowsBehind.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfDeletesWhatOutlives.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfForgetsWhatItKept.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfMiscountsWhatItKept.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfMergesPuts.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfChainsTooFar.class, "Chains"),
            Fault.of(BrokenTables.OfLeavesCircles.class, "Chains"),
            Fault.of(BrokenTables.OfChainsLightly.class, "Chains"),
            Fault.of(BrokenTables.OfCountsBeyondLimits.class, "Scans"),
            Fault.of(BrokenTables.OfCountsWithoutConditions.class, "Scans"),
            Fault.of(BrokenTables.OfListsNothingLast.class, "Tables", "Scans"),
            Fault.of(BrokenTables.OfKeepsOldPlaces.class, "Tables", "RandomChanges"),
            Fault.of(BrokenTables.OfForgetsEmptyTexts.class, "TableValues", "RandomChanges"),
            Fault.of(BrokenTables.OfRoundsNumbers.class, "TableValues"));

    @Test
    void nothingPassesOnAStoreThatDoesNothing() {
        KitRun run = KitRun.of(BrokenContract.OfDoesNothing.class);
        assertEquals(KitRun.suites(), run.suitesWith(Status.FAILED));
        assertEquals(Set.of(), Set.copyOf(run.testsWith(Status.SUCCESSFUL)));
        assertEquals(Set.of(), Set.copyOf(run.testsWith(Status.ABORTED)));
    }

    /** What the contract allows is no fault. Those suites are left out that ask who is let through, and when. */
    @Test
    void aStoreMayGiveWay() {
        Set<String> suites = KitRun.suites();
        suites.removeAll(Set.of("Patience", "Interrupts"));
        assertEquals(
                List.of(),
                KitRun.of(BrokenContract.OfGivesWay.class, suites, 40).testsWith(Status.FAILED));
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsCaughtByEachOfTheseSuites() {
        return FAULTS.stream()
                .map(fault ->
                        dynamicTest(fault.contract().getSimpleName() + " is caught by " + fault.caughtBy(), () -> {
                            KitRun run = KitRun.of(fault.contract(), fault.caughtBy());
                            assertEquals(fault.caughtBy(), run.suitesWith(Status.FAILED));
                        }));
    }
}
