package io.strait.api.write;

import io.strait.api.error.InvalidArgumentException;

/** The kinds of {@link Write}, each with a code that stays the same from version to version. */
public enum WriteType {
    /** {@link AggregatorWrite.SetLastProcessedBlock}. */
    SET_LAST_PROCESSED_BLOCK(1),
    /** {@link AggregatorWrite.SaveBlock}. */
    SAVE_BLOCK(2),
    /** {@link AggregatorWrite.DeleteBlock}. */
    DELETE_BLOCK(3),
    /** {@link AggregatorWrite.CommitBlock}. */
    COMMIT_BLOCK(4),
    /** {@link AggregatorWrite.RollbackTo}. */
    ROLLBACK_TO(5),
    /** {@link AggregatorWrite.SaveTask}. */
    SAVE_TASK(6),
    /** {@link AggregatorWrite.UpdateTaskStatus}. */
    UPDATE_TASK_STATUS(7),
    /** {@link AggregatorWrite.DeleteTask}. */
    DELETE_TASK(8),
    /** {@link AggregatorWrite.ClaimNextTask}. */
    CLAIM_NEXT_TASK(9),
    /** {@link AggregatorWrite.RequeueExpiredLeases}. */
    REQUEUE_EXPIRED_LEASES(10),
    /** {@link AggregatorWrite.SaveOperatorSetConfig}. */
    SAVE_OPERATOR_SET_CONFIG(11),
    /** {@link AggregatorWrite.SaveAvsConfig}. */
    SAVE_AVS_CONFIG(12),
    /** {@link ExecutorWrite.SavePerformer}. */
    SAVE_PERFORMER(13),
    /** {@link ExecutorWrite.DeletePerformer}. */
    DELETE_PERFORMER(14),
    /** {@link ExecutorWrite.ReplacePerformer}. */
    REPLACE_PERFORMER(15),
    /** {@link ExecutorWrite.SaveInflightTask}. */
    SAVE_INFLIGHT_TASK(16),
    /** {@link ExecutorWrite.DeleteInflightTask}. */
    DELETE_INFLIGHT_TASK(17),
    /** {@link ExecutorWrite.SaveDeployment}. */
    SAVE_DEPLOYMENT(18),
    /** {@link ExecutorWrite.UpdateDeploymentStatus}. */
    UPDATE_DEPLOYMENT_STATUS(19),
    /** {@link ExecutorWrite.DeleteDeployment}. */
    DELETE_DEPLOYMENT(20),
    /** {@link ExecutorWrite.BeginTask}. */
    BEGIN_TASK(21),
    /** {@link ExecutorWrite.FinishTask}. */
    FINISH_TASK(22),
    /** {@link ExecutorWrite.AbandonTask}. */
    ABANDON_TASK(23),
    /** {@link ExecutorWrite.MarkTaskProcessed}. */
    MARK_TASK_PROCESSED(24),
    /** {@link AggregatorWrite.ResetChain}. */
    RESET_CHAIN(25),
    /** {@link AggregatorWrite.ForgetChain}. */
    FORGET_CHAIN(26);

    private static final WriteType[] BY_CODE_MINUS_ONE = values();

    private final int code;

    WriteType(int code) {
        this.code = code;
    }

    /**
     * The type as a stable primitive code.
     *
     * @return 1 to 26
     */
    public int code() {
        return code;
    }

    /**
     * The type with the given code.
     *
     * @param code what {@link #code()} returned
     * @return the type
     * @throws InvalidArgumentException when no type has that code
     */
    public static WriteType ofCode(int code) {
        if (code < 1 || code > BY_CODE_MINUS_ONE.length) {
            throw new InvalidArgumentException("code", code, "is not the code of a write type");
        }
        return BY_CODE_MINUS_ONE[code - 1];
    }
}
