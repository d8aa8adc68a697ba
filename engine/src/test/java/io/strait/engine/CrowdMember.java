package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import java.util.function.Predicate;

/**
 * A write with an effect of its own, made in one of the ways in which writes are made, and how to
 * see its effect.
 */
record CrowdMember(Runnable write, Predicate<Snapshot> effect) {
    private static final Address AVS = Address.of("0xabc0");
    private static final int KINDS = 5;

    /** The ways of writing take turns. */
    static CrowdMember of(Strait engine, int number) {
        Chain chain = chain(number);
        Task task = Task.builder("task-" + number, AVS).build();
        return switch (number % KINDS) {
            case 0 ->
                    new CrowdMember(
                            () -> engine.aggregator().setLastProcessedBlock(chain, number),
                            isProcessed(chain, number));
            case 1 -> new CrowdMember(() -> engine.aggregator().saveTask(task), isSaved(task));
            case 2 ->
                    new CrowdMember(() -> engine.submit(new SaveTask(task)).await(), isSaved(task));
            case 3 ->
                    new CrowdMember(
                            () -> engine.await(submit(engine, number)), isProcessed(chain, number));
            default ->
                    new CrowdMember(
                            () -> engine.executor().beginTask(task.id()),
                            now -> now.executor().getProcessedTask(task.id()).isPresent());
        };
    }

    static Ticket<Void> submit(Strait engine, int number) {
        return engine.submit(new SetLastProcessedBlock(chain(number), number));
    }

    /**
     * Writes as the given options say: a block update, or, for odd numbers, the same as any other
     * write.
     */
    static void set(Strait engine, WriteOptions options, int number) {
        AggregatorStore store = engine.aggregator().with(options);
        if (number % 2 == 0) {
            store.setLastProcessedBlock(chain(number), number);
        } else {
            store.execute(new SetLastProcessedBlock(chain(number), number));
        }
    }

    static Predicate<Snapshot> isProcessed(int number) {
        return isProcessed(chain(number), number);
    }

    static Chain chain(int number) {
        return Chain.of(AVS, number);
    }

    boolean isVisibleIn(Snapshot snapshot) {
        return effect.test(snapshot);
    }

    private static Predicate<Snapshot> isProcessed(Chain chain, long number) {
        return now -> {
            AggregatorView view = now.aggregator();
            return view.getLastProcessedBlock(chain) == number;
        };
    }

    private static Predicate<Snapshot> isSaved(Task task) {
        return now -> now.aggregator().getTask(task.id()).isPresent();
    }
}
