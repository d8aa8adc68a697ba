package io.strait.engine.command;

import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import java.util.function.Supplier;

/**
 * Why the state refused a write. Made by the writer thread; the exception, with its stack trace, is
 * made by whoever waited.
 */
public final class Refusal {
    private final ResultCode code;
    private final Supplier<RefusedException> exception;

    private Refusal(ResultCode code, Supplier<RefusedException> exception) {
        this.code = code;
        this.exception = exception;
    }

    /**
     * What the write names does not exist.
     *
     * @param kind the kind of thing
     * @param id its id
     * @return the refusal
     */
    public static Refusal notFound(String kind, Object id) {
        return new Refusal(ResultCode.NOT_FOUND, () -> new NotFoundException(kind, id));
    }

    /**
     * What the write would create exists.
     *
     * @param kind the kind of thing
     * @param id its id
     * @return the refusal
     */
    public static Refusal alreadyExists(String kind, Object id) {
        return new Refusal(ResultCode.ALREADY_EXISTS, () -> new AlreadyExistsException(kind, id));
    }

    /**
     * The status asked for cannot follow.
     *
     * @param kind the kind of thing
     * @param id its id
     * @param from the present status
     * @param to the status asked for
     * @return the refusal
     */
    public static Refusal invalidTransition(String kind, Object id, Enum<?> from, Enum<?> to) {
        return new Refusal(
                ResultCode.INVALID_TRANSITION,
                () -> new InvalidTransitionException(kind, id, from, to));
    }

    /**
     * The block's parent is not the stored predecessor.
     *
     * @param blockNumber the block's number
     * @param storedHash the predecessor's hash
     * @param parentHash the parent hash that the block names
     * @return the refusal
     */
    public static Refusal parentMismatch(long blockNumber, String storedHash, String parentHash) {
        return new Refusal(
                ResultCode.PARENT_MISMATCH,
                () -> new ParentMismatchException(blockNumber, storedHash, parentHash));
    }

    /**
     * The block lies on the wrong side of the last processed one.
     *
     * @param blockNumber the number asked for
     * @param lastProcessedBlock the last processed block, or -1
     * @return the refusal
     */
    public static Refusal blockOrder(long blockNumber, long lastProcessedBlock) {
        return new Refusal(
                ResultCode.BLOCK_ORDER,
                () -> new BlockOrderException(blockNumber, lastProcessedBlock));
    }

    /**
     * A limit is reached.
     *
     * @param limit the limit's name
     * @param value its value
     * @return the refusal
     */
    public static Refusal capacityExceeded(String limit, long value) {
        return new Refusal(
                ResultCode.CAPACITY_EXCEEDED, () -> new CapacityExceededException(limit, value));
    }

    /**
     * The refusal as a code.
     *
     * @return never {@link ResultCode#OK}
     */
    public ResultCode code() {
        return code;
    }

    /**
     * The refusal as an exception.
     *
     * @return a new one, with the stack trace of the caller
     */
    public RefusedException toException() {
        return exception.get();
    }
}
