package io.strait.engine;

import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.RefusedException;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Makes every kind of call of an engine on the threads of a pool, and closes it. What it returns is
 * to be collected soon after. A function of types that every class loader has in common, so that it
 * can be loaded by another one.
 */
public final class EveryCall implements Function<ExecutorService, List<WeakReference<?>>> {
    private static final int ROUNDS = 50;
    private static final long WAIT_NS = 1_000_000_000;
    private static final Address AVS = Address.of("0xa1");
    private static final Chain CHAIN = Chain.of(AVS, 1);

    private final List<WeakReference<?>> watched = new ArrayList<>();

    /** To be loaded. */
    public EveryCall() {}

    @Override
    public List<WeakReference<?>> apply(ExecutorService pool) {
        ConcurrentLinkedQueue<Object> told = new ConcurrentLinkedQueue<>();
        InstantSource clock = () -> java.time.Instant.EPOCH.plusMillis(told.size());
        StraitConfig config =
                StraitConfig.builder().name("calls").clock(clock).changeListener(told::add).build();
        try (Strait engine = Strait.open(config)) {
            watch(config, clock, told, engine, engine.executor(), engine.reader());
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                calls.add(pool.submit(() -> callTyped(engine, round)));
                calls.add(pool.submit(() -> callByBytes(engine, round)));
            }
            calls.forEach(EveryCall::get);
            watch(engine.snapshot());
        }
        return watched;
    }

    private synchronized void watch(Object... objects) {
        for (Object object : objects) {
            watched.add(new WeakReference<>(object));
        }
    }

    private void callTyped(Strait engine, int round) {
        String id = "typed-" + round;
        Task task = Task.builder(id, AVS).payload(new byte[round * 200]).build();
        watch(task);
        var aggregator = engine.aggregator();
        aggregator.saveTask(task);
        refused(() -> aggregator.saveTask(task));
        refused(() -> aggregator.commitBlock(block(0), List.of(), 0));
        aggregator.setLastProcessedBlock(Chain.of(AVS, 100 + round % 2), Long.MAX_VALUE - 1);
        refused(() -> aggregator.setLastProcessedBlock(Chain.of(AVS, 100 + round % 2), 1));
        aggregator.saveAvsConfig(new AvsConfig(AVS, 1, List.of(1L), CurveType.values()[0]));
        refused(() -> aggregator.saveBlock(block(round)));
        refused(() -> aggregator.updateTaskStatus(id, TaskStatus.PROCESSING));
        aggregator.claimNextTask(AVS, Long.MAX_VALUE);
        aggregator.requeueExpiredLeases(1);
        aggregator.listTasks(TaskStatus.PENDING);
        aggregator.listPendingTasks();
        aggregator.listExpiredTasks(1);
        aggregator.getTask(id);
        aggregator.listChains();
        refused(() -> aggregator.rollbackTo(CHAIN, 1L << 40));
        var executor = engine.executor();
        executor.savePerformer(
                Performer.builder("p" + round, AVS)
                        .environmentVariables(
                                List.of(new EnvironmentVariable("KEY", "secret" + round, "")))
                        .build());
        executor.listPerformers();
        executor.beginTask(id);
        executor.listDeployments();
        Ticket<Void> ticket = engine.submit(new SaveTask(Task.builder("s" + id, AVS).build()));
        engine.await(ticket);
        engine.submit(new DeleteTask("none"));
        engine.barrier();
        engine.counters();
        Snapshot snapshot = engine.snapshot();
        snapshot.aggregator().listPendingTasks();
        snapshot.executor().listPerformers();
    }

    private static void callByBytes(Strait engine, int round) {
        PackedId id = engine.newId().set("bytes-" + round);
        TaskDraft task = engine.newTask().id(id).avs(engine.addressHandle(AVS));
        try (Producer producer = engine.exclusiveProducer()) {
            write(engine, producer, id, task);
        } catch (RefusedException e) {
            write(engine, engine.sharedProducer(), id, task); // others have all exclusive ones
        }
        write(engine, engine.sharedProducer(), id, task);
        Reader reader = engine.reader();
        reader.getTask(id, engine.newTaskView());
        reader.findTask(id);
        reader.getTaskStatus(id);
        reader.getLastProcessedBlock(engine.chainHandle(CHAIN));
        for (TaskCursor tasks = reader.pendingTasks(); tasks.next(); ) {
            tasks.deadlineMs();
        }
        for (PerformerCursor performers = reader.performers(); performers.next(); ) {
            performers.createdAtMs();
        }
    }

    private static void write(Strait engine, Producer producer, PackedId id, TaskDraft task) {
        producer.setLastProcessedBlock(engine.chainHandle(CHAIN), 1L << 42);
        producer.await(producer.saveTask(task), WAIT_NS);
        producer.beginTask(id);
        producer.finishTask(id, new byte[] {1, 2, 3}, 0, 3);
        producer.finishTask(id, HeapBuffer.over(new byte[9]), 0, 9);
        producer.savePerformer(
                engine.newPerformer().id(id).avs(engine.addressHandle(AVS)).createdAtMs(1));
        producer.saveOperatorSetConfig(
                engine.newOperatorSetConfig()
                        .operatorSet(engine.addressHandle(AVS), 7)
                        .curveType(CurveType.values()[0])
                        .consensus(ConsensusType.values()[0], 0));
        producer.commitBlock(
                engine.newCommit()
                        .block(engine.chainHandle(CHAIN), 1L << 43)
                        .hash(new byte[] {'a'}, 0, 1)
                        .parentHash(new byte[] {'b'}, 0, 1));
        long ticket = producer.updateTaskStatus(id, TaskStatus.PROCESSING);
        producer.await(ticket, WAIT_NS);
        producer.await(producer.deleteTask(id), WAIT_NS);
        producer.position(ticket);
        producer.awaitRoom(WAIT_NS);
    }

    private static Block block(int number) {
        return new Block(CHAIN, number, "0x" + number, "0x" + (number - 1), number);
    }

    /** Does what may be refused. */
    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (RefusedException e) {
            e.getMessage();
        }
    }

    private static void get(Future<?> call) {
        try {
            call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
