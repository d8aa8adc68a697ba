package io.strait.bench.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.error.RefusedException;
import io.strait.conformance.Samples;
import io.strait.conformance.SettableClock;
import io.strait.model.ModelEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random writes have the outcomes, and leave the contents, that they do in the naive model. */
class ContestantModelTest {
    private static final int STREAMS = 20;
    private static final int WRITES = 400;

    @ParameterizedTest
    @EnumSource
    void shouldAgreeWithTheModel(ContestantKind kind) {
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 1; seed <= STREAMS; seed++) {
            outcomes.addAll(compare(kind::open, seed));
        }
        assertEquals(
                Set.of(
                        "done",
                        "AlreadyExistsException",
                        "BlockOrderException",
                        "InvalidTransitionException",
                        "NotFoundException",
                        "ParentMismatchException",
                        "TaskExistsException"),
                outcomes);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MUTABLE_LISTS") // the suites' to notice
    void shouldNoticeAPlantedFault(PlantedFault fault) {
        assertThrows(
                AssertionError.class,
                () -> {
                    for (long seed = 1; seed <= STREAMS; seed++) {
                        compare(fault::open, seed);
                    }
                });
    }

    /** Returns the sorts of outcomes that came up. */
    private static Set<String> compare(Function<ContestantConfig, Contestant> opener, long seed) {
        SettableClock clock = new SettableClock(Samples.T0);
        RandomOperations operations = new RandomOperations(seed);
        Set<String> outcomes = new TreeSet<>();
        List<Runnable> later = new ArrayList<>();
        ContestantConfig config =
                ContestantConfig.DEFAULT.withWaitPreset(WaitPreset.BALANCED).withClock(clock);
        try (Contestant model =
                        new StraitSync(
                                ModelEngine.open(StraitConfig.builder().clock(clock).build()));
                Contestant contestant = opener.apply(config)) {
            for (int i = 0; i < WRITES; i++) {
                clock.setMs(Samples.T0 + i);
                String where = "seed=" + seed + " write=" + i;
                Consumer<Contestant> write = operations.next(model);
                String expected = outcomeOf(write, model);
                assertEquals(expected, outcomeOf(write, contestant), where);
                assertAgree(model, contestant, where);
                outcomes.add(expected.replaceFirst(":.*", "").replaceFirst(".*\\.", ""));
                if (i % 50 == 0) {
                    later.add(whatMustHoldLater(model, contestant, where));
                }
            }
            later.forEach(Runnable::run);
        }
        return outcomes;
    }

    /** What was handed out must not have changed by the end: lists, and a snapshot if any. */
    private static Runnable whatMustHoldLater(
            Contestant model, Contestant contestant, String where) {
        var expectedTasks = model.listPendingTasks();
        var expectedPerformers = model.listPerformers();
        var tasks = contestant.listPendingTasks();
        var performers = contestant.listPerformers();
        ContestantView expected = model.snapshot();
        ContestantView snapshot = snapshotOrNull(contestant);
        return () -> {
            assertEquals(expectedTasks, tasks, where);
            assertEquals(expectedPerformers, performers, where);
            if (snapshot != null) {
                assertAgree(expected, snapshot, "snapshot at " + where);
            }
        };
    }

    private static ContestantView snapshotOrNull(Contestant contestant) {
        try {
            return contestant.snapshot();
        } catch (UnsupportedOperationException none) {
            return null;
        }
    }

    private static String outcomeOf(Consumer<Contestant> write, Contestant contestant) {
        try {
            write.accept(contestant);
            contestant.drain();
            return "done";
        } catch (RefusedException refusal) {
            return refusal.toString();
        }
    }

    private static void assertAgree(ContestantView expected, ContestantView actual, String where) {
        for (String id : RandomOperations.IDS) {
            assertEquals(expected.getTask(id), actual.getTask(id), where);
            assertEquals(expected.getTaskRecord(id), actual.getTaskRecord(id), where);
            assertEquals(expected.getPerformer(id), actual.getPerformer(id), where);
        }
        assertEquals(expected.listPendingTasks(), actual.listPendingTasks(), where);
        assertEquals(expected.listPerformers(), actual.listPerformers(), where);
        for (Address avs : RandomOperations.AVSS) {
            assertEquals(
                    expected.listPendingTasksForAvs(avs),
                    actual.listPendingTasksForAvs(avs),
                    where);
            for (int id = 0; id < 2; id++) {
                OperatorSet set = OperatorSet.of(avs, id);
                assertEquals(
                        expected.getOperatorSetConfig(set),
                        actual.getOperatorSetConfig(set),
                        where);
            }
        }
        for (Chain chain : RandomOperations.CHAINS) {
            long last = expected.getLastProcessedBlock(chain);
            assertEquals(last, actual.getLastProcessedBlock(chain), where);
            for (long number = Math.max(0, last - RandomOperations.BLOCKS);
                    number <= last;
                    number++) {
                assertEquals(
                        expected.getBlock(chain, number), actual.getBlock(chain, number), where);
            }
        }
    }
}
