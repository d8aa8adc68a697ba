package io.strait.engine;

import io.strait.api.hotpath.HotPath;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Sends typed writes through a producer, by one thread's drafts. */
final class DraftWriter {
    /** The types of writes that producers take. */
    private static final Set<WriteType> TAKEN =
            EnumSet.of(
                    WriteType.SET_LAST_PROCESSED_BLOCK,
                    WriteType.SAVE_TASK,
                    WriteType.UPDATE_TASK_STATUS,
                    WriteType.DELETE_TASK,
                    WriteType.COMMIT_BLOCK,
                    WriteType.SAVE_OPERATOR_SET_CONFIG,
                    WriteType.SAVE_PERFORMER,
                    WriteType.BEGIN_TASK,
                    WriteType.FINISH_TASK);

    private final HotPath engine;
    private final Producer producer;
    private final DraftFiller drafts;

    DraftWriter(HotPath engine, Producer producer, SplittableRandom random) {
        this.engine = engine;
        this.producer = producer;
        drafts = new DraftFiller(engine, random);
    }

    static boolean takes(Write<?> write) {
        return TAKEN.contains(write.type());
    }

    /** Hands a write over; returns what the producer says. */
    long write(Write<?> write) {
        if (write instanceof SetLastProcessedBlock w) {
            return producer.setLastProcessedBlock(engine.chainHandle(w.chain()), w.blockNumber());
        } else if (write instanceof SaveTask w) {
            return producer.saveTask(drafts.task(w.task()));
        } else if (write instanceof UpdateTaskStatus w) {
            return producer.updateTaskStatus(drafts.id(w.taskId()), w.status());
        } else if (write instanceof DeleteTask w) {
            return producer.deleteTask(drafts.id(w.taskId()));
        } else if (write instanceof CommitBlock w) {
            return producer.commitBlock(drafts.commit(w));
        } else if (write instanceof SaveOperatorSetConfig w) {
            return producer.saveOperatorSetConfig(drafts.config(w.config()));
        } else if (write instanceof SavePerformer w) {
            return producer.savePerformer(drafts.performer(w.performer()));
        } else if (write instanceof BeginTask w) {
            return producer.beginTask(drafts.id(w.taskId()));
        } else if (write instanceof FinishTask w) {
            return finish(w);
        }
        throw new IllegalArgumentException("producers do not take " + write);
    }

    private long finish(FinishTask write) {
        long[] ticket = new long[1];
        drafts.source()
                .give(
                        write.result().toByteArray(),
                        (bytes, offset, length) ->
                                ticket[0] =
                                        producer.finishTask(
                                                drafts.id(write.taskId()), bytes, offset, length),
                        (buffer, offset, length) ->
                                ticket[0] =
                                        producer.finishTask(
                                                drafts.id(write.taskId()), buffer, offset, length));
        return ticket[0];
    }
}
