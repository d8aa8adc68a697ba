package io.strait.bench.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suites cannot pass by skipping what matters, and they notice contestants that cheat. */
class ContestantSuitesTest {
    /** What has to be seen to run, for every contestant. */
    private static final List<String> KEY_TESTS =
            List.of(
                    "AggregatorChain/shouldMoveTheLastProcessedBlockForward",
                    "AggregatorChain/shouldRejectMovingTheLastProcessedBlockBack",
                    "AggregatorCommit/shouldStoreBlockAndTasksAndMoveForwardInOneStep",
                    "AggregatorCommit/shouldRejectABlockWhoseParentIsNotTheStoredOne",
                    "AggregatorCommit/shouldRejectACommitThatWasDoneAlready",
                    "AggregatorCommit/shouldRejectTheWholeCommitWhenOneTaskExistsInWhateverStatus",
                    "AggregatorTask/shouldSaveATaskAsPending",
                    "AggregatorTask/shouldRejectATaskThatExistsInWhateverStatus",
                    "AggregatorTask/shouldAllowExactlyTheDocumentedTransitions",
                    "AggregatorTask/shouldReturnAndStoreTheRecordOfEachStep",
                    "AggregatorTask/shouldRejectUpdatingOrDeletingAnUnknownTask",
                    "AggregatorTask/shouldDeleteATaskInWhateverStatus",
                    "AggregatorTask/shouldListTasksInTheOrderInWhichTheyWereSaved",
                    "AggregatorTask/shouldListPendingTasksOfOneAvs",
                    "AggregatorConfig/shouldReplaceAnOperatorSetsConfigurationInItsOldPlace",
                    "ExecutorPerformer/shouldSaveAndGetAPerformer",
                    "ExecutorPerformer/shouldFollowAPerformerToAnotherAvsInItsOldPlace",
                    "ConcurrentUse/shouldLetExactlyOneCallerSaveEachTask",
                    "ConcurrentUse/shouldShowTheTasksOfABlockToWhoeverSeesItsNumber",
                    "Immutability/shouldHandOutEmptyListsThatKeepTheContractOfList",
                    "FaultTable/shouldRefuseSavingATaskThatExistsAlways",
                    "FaultTable/shouldListPendingTasksOldestFirst",
                    "FaultTable/shouldHandOutNothingThatCanBeChanged");

    /** The same, for those that have snapshots. */
    private static final List<String> KEY_SNAPSHOT_TESTS =
            List.of(
                    "Snapshot/shouldHoldTheHeadsOfItsOwnPosition",
                    "Snapshot/shouldListInOrderWhatWasSavedInAnyOrder",
                    "ConcurrentUse/shouldShowEveryThreadItsOwnWritesAtOnce");

    private static final Set<ContestantKind> WITHOUT_SNAPSHOTS =
            EnumSet.of(
                    ContestantKind.CONCURRENT_MAP,
                    ContestantKind.CONCURRENT_MAP_INDEXED,
                    ContestantKind.NON_BLOCKING_MAP,
                    ContestantKind.NON_BLOCKING_MAP_INDEXED);

    @ParameterizedTest
    @EnumSource
    void shouldRunWhatIsMeasured(ContestantKind kind) {
        SuiteRun run =
                SuiteRun.of(
                        selectNestedClass(
                                List.of(ContestantConformanceTest.class), suitesOf(kind)));
        assertEquals(List.of(), run.failed());
        Set<String> missing = new TreeSet<>(KEY_TESTS);
        if (!WITHOUT_SNAPSHOTS.contains(kind)) {
            missing.addAll(KEY_SNAPSHOT_TESTS);
        }
        missing.removeAll(run.passed());
        assertEquals(Set.of(), missing, "not run");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIVE_LISTS") // the model's to notice
    void shouldNoticeAPlantedFault(PlantedFault fault) {
        PlantedSuites.fault = fault;
        SuiteRun run = SuiteRun.of(selectClass(PlantedSuites.class));
        assertTrue(run.failed().contains(fault.noticedBy()), () -> "failed: " + run.failed());
        assertTrue(run.passed().size() > run.failed().size(), "the fault is not that general");
    }

    private static Class<?> suitesOf(ContestantKind kind) {
        String name = kind.name().replace("_", "");
        return Arrays.stream(ContestantConformanceTest.class.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equalsIgnoreCase(name))
                .findAny()
                .orElseThrow(() -> new AssertionError("no suites for " + kind));
    }
}
