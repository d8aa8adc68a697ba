package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the state is at each position of an endless row of steps. A step saves a task and moves
 * older ones on, replaces a performer and a configuration, begins and finishes work, and commits a
 * block. So the state follows from the position alone, and every part of a record from the step
 * that wrote it: a torn record, one of another position, and one that is somebody else's are all
 * recognised.
 *
 * @param position how many writes are done
 */
record Churn(long position) {
    /** For how many steps a task is pending. */
    static final int PENDING = 40;

    /** And in work, and kept when it has ended. */
    static final int STAGE = 8;

    /** For how many steps there is a task. */
    static final int LIFE = PENDING + 2 * STAGE;

    /** Ids are used again: so many steps later another task has the id. */
    static final int TASK_IDS = 64;

    static final Address[] AVS = {Address.of("0xa0"), Address.of("0xa1"), Address.of("0xa2")};
    static final int PERFORMER_COUNT = 5;
    static final int CONFIG_COUNT = 4;
    static final int PROCESSED_COUNT = 6;
    static final int BLOCK_COUNT = 4;
    static final Chain CHAIN = Chain.of("0xc0", 1);

    private static final int WRITES = 9;
    private static final String[] IDS = new String[TASK_IDS];
    private static final int MAX_PAYLOAD_BYTES = 200;

    static {
        Arrays.setAll(IDS, i -> "task-" + i);
    }

    /** The writes of a step, from 1, in their order. Those of tasks that never were are refused. */
    static List<Write<?>> writes(long step) {
        return List.of(
                new SaveTask(task(step)),
                new UpdateTaskStatus(taskId(step - PENDING), TaskStatus.PROCESSING),
                new UpdateTaskStatus(
                        taskId(step - PENDING - STAGE), lastStatus(step - PENDING - STAGE)),
                new DeleteTask(taskId(step - LIFE)),
                new SavePerformer(performer(step)),
                new SaveOperatorSetConfig(config(step)),
                new CommitBlock(block(step), List.of(), 0),
                new BeginTask(workId(step)),
                new FinishTask(workId(step), bytes(step)));
    }

    /** The last step whose task is saved. */
    long saved() {
        return doneIn(0);
    }

    /** The last step whose task is in work, or was. */
    long started() {
        return doneIn(1) - PENDING;
    }

    /** The last step whose task has ended. */
    long ended() {
        return doneIn(2) - PENDING - STAGE;
    }

    /** The last step whose task is deleted. */
    long deleted() {
        return doneIn(3) - LIFE;
    }

    long lastPerformer() {
        return doneIn(4);
    }

    long lastConfig() {
        return doneIn(5);
    }

    long lastBlock() {
        return doneIn(6);
    }

    /** The step whose task has an id, or 0 when there is none. */
    long stepOf(int idNumber) {
        long step = saved() - Math.floorMod(saved() - idNumber, TASK_IDS);
        return step > Math.max(0, deleted()) ? step : 0;
    }

    List<TaskRecord> inStatus(TaskStatus status) {
        return switch (status) {
            case PENDING -> listed(started(), saved(), this::record).toList();
            case PROCESSING -> listed(ended(), started(), this::record).toList();
            default ->
                    listed(deleted(), ended(), this::record)
                            .filter(one -> one.status() == status)
                            .toList();
        };
    }

    TaskRecord record(long step) {
        if (step > started()) {
            return record(step, TaskStatus.PENDING, step);
        }
        return step > ended()
                ? record(step, TaskStatus.PROCESSING, step + PENDING)
                : record(step, lastStatus(step), step + PENDING + STAGE);
    }

    /** Each keeps the place that the first one of its id was given. */
    List<Performer> performers() {
        return inTurn(lastPerformer(), PERFORMER_COUNT, Churn::performer);
    }

    List<OperatorSetConfig> configs() {
        return inTurn(lastConfig(), CONFIG_COUNT, Churn::config);
    }

    List<Block> blocks() {
        return listed(lastBlock() - BLOCK_COUNT, lastBlock(), Churn::block).toList();
    }

    long lastBegun() {
        return doneIn(7);
    }

    List<ProcessedTask> processed() {
        long begun = lastBegun();
        long finished = doneIn(8);
        return listed(
                        begun - PROCESSED_COUNT,
                        begun,
                        step -> step <= finished ? done(step) : running(step))
                .toList();
    }

    /** The position at which a task came into a status. */
    static long positionOf(long step, TaskStatus status) {
        return switch (status) {
            case PENDING -> (step - 1) * WRITES + 1;
            case PROCESSING -> (step + PENDING - 1) * WRITES + 2;
            default -> (step + PENDING + STAGE - 1) * WRITES + 3;
        };
    }

    /** The last step of which the write in this place is done. */
    private long doneIn(int place) {
        return (position + WRITES - 1 - place) / WRITES;
    }

    private static <V> Stream<V> listed(long after, long last, LongFunction<V> value) {
        return LongStream.rangeClosed(Math.max(0, after) + 1, last).mapToObj(value);
    }

    private static <V> List<V> inTurn(long last, int count, LongFunction<V> value) {
        return listed(0, Math.min(count, last), first -> last - (last - first) % count)
                .map(value::apply)
                .toList();
    }

    static String taskId(long step) {
        return IDS[Math.floorMod(step, TASK_IDS)];
    }

    static String workId(long step) {
        return "work-" + step;
    }

    static Address avs(long step) {
        return AVS[(int) (step % AVS.length)];
    }

    static Task task(long step) {
        return new Task(
                taskId(step),
                avs(step),
                step % 7,
                step % 2 == 0 ? Address.NONE : avs(step + 1),
                Long.MAX_VALUE - step,
                (int) (step % 10_000),
                bytes(step),
                -step,
                step,
                2 * step,
                step & 0xFFFF_FFFFL,
                step % 3 == 0 ? "" : hash(step),
                step & 0xFFFF_FFFFL);
    }

    static TaskStatus lastStatus(long step) {
        return step % 2 == 0 ? TaskStatus.COMPLETED : TaskStatus.FAILED;
    }

    static Performer performer(long step) {
        return Performer.builder("performer-" + step % PERFORMER_COUNT, avs(step))
                .createdAtMs(step)
                .lastHealthCheckMs(3 * step)
                .containerHealthy(step % 2 == 0)
                .applicationHealthy(step % 3 == 0)
                .status("status-" + step)
                .endpoint("e".repeat((int) (step % 50)) + step)
                .build();
    }

    static OperatorSetConfig config(long step) {
        return new OperatorSetConfig(
                OperatorSet.of(avs(0), step % CONFIG_COUNT),
                step,
                CurveType.values()[(int) (step % CurveType.values().length)],
                bytes(step),
                ConsensusType.values()[(int) (step % ConsensusType.values().length)],
                (int) (step % 10_000));
    }

    static Block block(long step) {
        return new Block(CHAIN, step, hash(step), hash(step - 1), step);
    }

    private static TaskRecord record(long step, TaskStatus status, long changedInStep) {
        return new TaskRecord(task(step), status, step, changedInStep, TaskRecord.NO_LEASE);
    }

    static ProcessedTask done(long step) {
        return new ProcessedTask(workId(step), true, bytes(step), step);
    }

    private static ProcessedTask running(long step) {
        return new ProcessedTask(workId(step), false, Bytes.EMPTY, step);
    }

    private static String hash(long step) {
        return "0x" + Long.toHexString(step);
    }

    /** Each of them tells its step, and all steps have other lengths than their neighbours. */
    private static Bytes bytes(long step) {
        byte[] bytes = new byte[(int) (step * 37 % MAX_PAYLOAD_BYTES)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (step >>> (i & 3) * Byte.SIZE);
        }
        return Bytes.copyOf(bytes);
    }
}
