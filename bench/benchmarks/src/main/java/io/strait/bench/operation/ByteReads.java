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

/** Reads by bytes into a view that is filled again, and walks. */
final class ByteReads implements WorkloadReads {
    private static final byte[] TASK = AsciiText.bytesOf("task-");

    /** As many bytes as the ready-made ids have at most. */
    private static final int ID_BYTES = 16;

    private final Reader reader;
    private final ChainHandle chain;
    private final PackedId id;
    private final TaskView view;
    private final AsciiText text = new AsciiText();
    private final AddressHandle[] manyAvs = new AddressHandle[Workload.AVS_COUNT];
    private byte[] ids;
    private byte[] idLengths;

    ByteReads(Strait engine) {
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
    public Object getTask(long i) {
        text.set(TASK).add(i);
        return reader.getTask(id.set(text.bytes(), 0, text.length()), view) ? view : null;
    }

    @Override
    public void makeIds(int[] numbers) {
        ids = new byte[numbers.length * ID_BYTES];
        idLengths = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            text.set(TASK).add(numbers[i]);
            System.arraycopy(text.bytes(), 0, ids, i * ID_BYTES, text.length());
            idLengths[i] = (byte) text.length();
        }
    }

    @Override
    public Object getTaskById(int index) {
        id.set(ids, index * ID_BYTES, idLengths[index]);
        return reader.getTask(id, view) ? view : null;
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

    private static long sumOfBlocks(TaskCursor tasks) {
        long sum = 0;
        while (tasks.next()) {
            sum += tasks.sourceBlockNumber();
        }
        return sum;
    }
}
