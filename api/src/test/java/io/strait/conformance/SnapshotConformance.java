package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.NotFoundException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Snapshots: they agree with the live views when they are taken, and never change. */
public abstract class SnapshotConformance extends Conformance {

    @Test
    void shouldBeEmptyAtPositionZero() {
        Snapshot snapshot = engine.snapshot();
        assertEquals(0, snapshot.position());
        assertEquals(List.of(), snapshot.aggregator().listChains());
        assertEquals(List.of(), snapshot.aggregator().listPendingTasks());
        assertEquals(List.of(), snapshot.executor().listPerformers());
        assertEquals(AggregatorView.NO_BLOCK, snapshot.aggregator().getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldStayAsItWasThroughEveryKindOfWrite() {
        Set<WriteType> done = EnumSet.noneOf(WriteType.class);
        List<Snapshot> snapshots = new ArrayList<>();
        List<Contents> contents = new ArrayList<>();
        for (Write<?> write : WriteScript.all()) {
            snapshots.add(engine.snapshot());
            contents.add(Contents.of(aggregator, executor));
            contents.get(contents.size() - 1).assertStillToldBy(engine.snapshot());
            engine.submit(write).await();
            assertLiveAndSnapshotAgree();
            done.add(write.type());
        }
        assertEquals(EnumSet.allOf(WriteType.class), done, "types of writes");
        for (int i = 0; i < snapshots.size(); i++) {
            contents.get(i).assertStillToldBy(snapshots.get(i));
        }
    }

    @Test
    void shouldStayAsItWasThroughThousandsOfWrites() {
        List<Snapshot> snapshots = new ArrayList<>();
        List<Contents> contents = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            aggregator.saveTask(task("t" + i));
            executor.beginTask("t" + i);
            if (i % 3 == 0) {
                aggregator.updateTaskStatus("t" + i, TaskStatus.FAILED);
            } else if (i % 3 == 1) {
                aggregator.deleteTask("t" + i);
                executor.abandonTask("t" + i);
            }
            if (i % 500 == 7) {
                snapshots.add(engine.snapshot());
                contents.add(Contents.of(engine.snapshot()));
            }
        }
        for (int i = 0; i < snapshots.size(); i++) {
            contents.get(i).assertStillToldBy(snapshots.get(i));
        }
    }

    /** The newer one sees part of what the older one sees, and is forgotten before it. */
    @Test
    void shouldStayAsItWasWhenANewerOneIsForgotten() {
        useLimits(
                limits -> limits.maxFinishedTasks(6).blockHistoryPerChain(4).maxProcessedTasks(20));
        WriteScript.all().forEach(write -> engine.submit(write).await());
        changeEverything(0);
        Snapshot older = engine.snapshot();
        Contents contents = Contents.of(older);
        changeSome();
        List<Snapshot> newer = new ArrayList<>(List.of(engine.snapshot()));
        Contents ofNewer = Contents.of(newer.get(0));
        for (int round = 1; round < 4; round++) {
            changeEverything(round);
        }
        contents.assertStillToldBy(older);
        ofNewer.assertStillToldBy(newer.get(0));
        newer.clear();
        for (int round = 4; round < 30; round++) {
            if (round % 5 == 0) {
                System.gc(); // so that it is found out that nobody holds the newer one any more
            }
            changeEverything(round);
        }
        contents.assertStillToldBy(older);
    }

    /** Changes half of what there is, so that two snapshots have much in common. */
    private void changeSome() {
        for (int i = 0; i < 20; i += 2) {
            aggregator.deleteTask("task-" + i);
            executor.deletePerformer("performer-" + i);
            aggregator.saveOperatorSetConfig(Samples.config(OperatorSet.of(AVS, i), "changed"));
        }
    }

    /** Tasks, records and blocks are replaced by others like them, and heads move on. */
    private void changeEverything(int round) {
        for (int i = 0; i < 20; i++) {
            String id = "task-" + i;
            if (aggregator.getTask(id).isPresent()) {
                aggregator.deleteTask(id);
            }
            aggregator.saveTask(
                    task(id).toBuilder().payload(Bytes.ofUtf8(id + " in " + round)).build());
            if (i % 3 != 0) {
                aggregator.updateTaskStatus(
                        id, i % 3 == 1 ? TaskStatus.PROCESSING : TaskStatus.FAILED);
            }
            Performer performer = Samples.performer("performer-" + i);
            executor.savePerformer(performer.toBuilder().status("in " + round).build());
            aggregator.saveOperatorSetConfig(
                    Samples.config(OperatorSet.of(AVS, i), "metadata in " + round));
            executor.beginTask("work-" + i + " in " + round);
            executor.finishTask("work-" + i + " in " + round, Bytes.ofUtf8("result " + round));
        }
        executor.saveInflightTask(Samples.inflight("inflight-" + round));
        aggregator.commitBlock(block(100 + round), List.of(), 0);
        aggregator.setLastProcessedBlock(Chain.of(AVS, 17_000), 100 + round);
    }

    @Test
    void shouldHoldTheHeadsOfItsOwnPosition() {
        Chain other = Chain.of(AVS, 17_000);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            aggregator.setLastProcessedBlock(CHAIN, number);
            snapshots.add(engine.snapshot());
            aggregator.setLastProcessedBlock(other, 2L * number);
        }
        for (int number = 0; number < 200; number++) {
            AggregatorView then = snapshots.get(number).aggregator();
            assertEquals(number, then.getLastProcessedBlock(CHAIN));
            assertEquals(
                    number == 0 ? AggregatorView.NO_BLOCK : 2L * number - 2,
                    then.getLastProcessedBlock(other));
            assertEquals(number == 0 ? List.of(CHAIN) : List.of(CHAIN, other), then.listChains());
        }
    }

    @Test
    void shouldHoldHeadsAlsoWhenTheyGoBack() {
        for (long number = 1; number <= 3; number++) {
            aggregator.commitBlock(block(number), List.of(), 0);
        }
        Snapshot atThree = engine.snapshot();
        aggregator.rollbackTo(CHAIN, 2);
        Snapshot atTwo = engine.snapshot();
        aggregator.deleteBlock(CHAIN, 2);
        Snapshot atOne = engine.snapshot();
        aggregator.deleteBlock(CHAIN, 1);
        assertEquals(3, atThree.aggregator().getLastProcessedBlock(CHAIN));
        assertEquals(2, atTwo.aggregator().getLastProcessedBlock(CHAIN));
        assertEquals(1, atOne.aggregator().getLastProcessedBlock(CHAIN));
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldCarryThePositionOfTheLastWriteThatItIncludes() {
        for (Write<?> write : WriteScript.all()) {
            Ticket<?> ticket = engine.submit(write);
            ticket.await();
            assertEquals(ticket.position(), engine.snapshot().position());
        }
        long before = engine.snapshot().position();
        Ticket<Void> refused = engine.submit(new SaveTask(task("a")));
        engine.barrier();
        long after = engine.snapshot().position();
        // whether a refused write is published on its own account is the implementation's choice
        assertTrue(after >= before && after <= refused.position(), () -> "position " + after);
    }

    @Test
    void shouldNotSeeWritesThatCameLater() {
        aggregator.saveTask(task("before"));
        Snapshot snapshot = engine.snapshot();
        aggregator.saveTask(task("after"));
        executor.markTaskProcessed("after");
        assertEquals(List.of(task("before")), snapshot.aggregator().listPendingTasks());
        assertEquals(1, snapshot.aggregator().countTasks(TaskStatus.PENDING));
        assertTrue(snapshot.aggregator().getTask("after").isEmpty());
        assertTrue(snapshot.executor().getProcessedTask("after").isEmpty());
    }

    @Test
    void shouldLeaveListsAsTheyWereMade() {
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "a")), 0);
        executor.savePerformer(Samples.performer("p"));
        List<Task> pending = aggregator.listPendingTasks();
        List<Task> pendingForAvs = aggregator.listPendingTasksForAvs(AVS);
        List<Performer> performers = executor.listPerformers();
        List<Chain> chains = aggregator.listChains();
        aggregator.deleteTask("a");
        aggregator.saveTask(task("b"));
        aggregator.setLastProcessedBlock(Chain.of(AVS, 2), 1);
        executor.deletePerformer("p");
        assertEquals(List.of(taskIn(block(1), "a")), pending);
        assertEquals(List.of(taskIn(block(1), "a")), pendingForAvs);
        assertEquals(List.of(Samples.performer("p")), performers);
        assertEquals(List.of(CHAIN), chains);
    }

    @Test
    void shouldCheckArgumentsAsLiveViewsDo() {
        Snapshot snapshot = engine.snapshot();
        assertInvalid("taskId", () -> snapshot.aggregator().getTask(""));
        assertInvalid("chain", () -> snapshot.aggregator().getLastProcessedBlock(null));
        assertInvalid("blockNumber", () -> snapshot.aggregator().getBlock(CHAIN, -1));
        assertInvalid("performerId", () -> snapshot.executor().getPerformer(null));
    }

    @Test
    void shouldNotChangeByARefusedWrite() {
        WriteScript.all().forEach(write -> engine.submit(write).await());
        Contents contents = Contents.of(aggregator, executor);
        assertRefused(NotFoundException.class, () -> aggregator.deleteTask("none"));
        contents.assertStillToldBy(engine.snapshot());
    }

    @Test
    void shouldListInOrderWhatWasSavedInAnyOrder() {
        Set<String> ids =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "t" + (i * 7919) % 1_000)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        ids.forEach(id -> aggregator.saveTask(task(id)));
        List<String> listed =
                engine.snapshot().aggregator().listPendingTasks().stream().map(Task::id).toList();
        assertEquals(List.copyOf(ids), listed);
    }
}
