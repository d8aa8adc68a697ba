package io.strait.bench.operation;

import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.Strait;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Reads by bytes into a view that is filled again, and walks. */
final class ByteReads implements WorkloadReads {
    private static final byte[] TASK = AsciiText.bytesOf("task-");

    private final Strait engine;
    private final Reader reader;
    private final ChainHandle chain;
    private final PackedId id;
    private final TaskView view;
    private final AsciiText text = new AsciiText();
    private final AddressHandle[] manyAvs = new AddressHandle[Workload.AVS_COUNT];
    private PackedId[] ids;

    ByteReads(Strait engine) {
        this.engine = engine;
        reader = engine.reader();
        chain = engine.chainHandle(Workload.CHAIN);
        id = engine.newId();
        view = engine.newTaskView();
        Arrays.setAll(manyAvs, i -> engine.addressHandle(Workload.avs(i)));
    }

    @Override
    public long getLastProcessedBlock() {
        return reader.getLastProcessedBlock(chain);
    }

    @Override
    public long getTask(long i) {
        text.set(TASK).add(i);
        return numberOf(id.set(text.bytes(), 0, text.length()));
    }

    @Override
    public void makeIds(int[] numbers) {
        ids = new PackedId[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            text.set(TASK).add(numbers[i]);
            ids[i] = engine.newId().set(text.bytes(), 0, text.length());
        }
    }

    @Override
    public long getTaskById(int index) {
        return numberOf(ids[index]);
    }

    @Override
    public void visitPending(LongConsumer blockNumbers) {
        TaskCursor tasks = reader.pendingTasks();
        while (tasks.next()) {
            long number;
            try {
                number = tasks.sourceBlockNumber();
            } catch (IllegalStateException e) {
                continue; // deleted under the reader's eyes: like those that next() passes by
            }
            blockNumbers.accept(number);
        }
    }

    @Override
    public long visitPending() {
        return sumOfBlocks(reader.pendingTasks());
    }

    @Override
    public long visitPendingOfAvs(long avs) {
        return sumOfBlocks(reader.pendingTasks(manyAvs[(int) (avs % Workload.AVS_COUNT)]));
    }

    @Override
    public long visitPerformers() {
        PerformerCursor performers = reader.performers();
        long sum = 0;
        while (performers.next()) {
            sum += performers.createdAtMs();
        }
        return sum;
    }

    private long numberOf(PackedId taskId) {
        return reader.getTask(taskId, view) ? view.sourceBlockNumber() : NO_TASK;
    }

    private static long sumOfBlocks(TaskCursor tasks) {
        long sum = 0;
        while (tasks.next()) {
            sum += tasks.sourceBlockNumber();
        }
        return sum;
    }
}
