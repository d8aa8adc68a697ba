package io.strait.api.hotpath;

import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import org.agrona.DirectBuffer;

/**
 * An operator set's configuration to be saved, in an object that its caller owns and fills again:
 * not safe for use by several threads at once. Made by {@link HotPath#newOperatorSetConfig}. What a
 * producer was given is copied, so the draft is free when the call returns. Allocates only to grow
 * to the longest metadata so far.
 *
 * <p>The operator set, the curve and the way of consensus must be set; whatever else is not set is
 * zero or empty. A part that breaks its rule, which is that of {@link
 * io.strait.api.domain.OperatorSetConfig}, throws {@link
 * io.strait.api.error.InvalidArgumentException} and stays as it was.
 */
public interface OperatorSetConfigDraft {
    /**
     * Makes every part what it is in a new draft.
     *
     * @return this
     */
    OperatorSetConfigDraft clear();

    /**
     * Sets whose configuration it is.
     *
     * @param avs the handle of the AVS
     * @param operatorSetId the operator set's id within it, 0 to 2^32-1
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the handle is null, of another
     *     engine, or no address, or the id out of range
     */
    OperatorSetConfigDraft operatorSet(AddressHandle avs, long operatorSetId);

    /**
     * Sets how long the set has to answer a task.
     *
     * @param seconds not negative
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    OperatorSetConfigDraft taskSlaSeconds(long seconds);

    /**
     * Sets the curve that its operators sign with.
     *
     * @param type the curve
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null
     */
    OperatorSetConfigDraft curveType(CurveType type);

    /**
     * Sets how answers become one.
     *
     * @param type the way
     * @param thresholdBps the share of stake that must agree, basis points, 0 to 10,000
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the way is null or the share out of
     *     range
     */
    OperatorSetConfigDraft consensus(ConsensusType type, int thresholdBps);

    /**
     * Sets whatever the AVS attaches.
     *
     * @param source the bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, at most the engine's {@code maxPayloadBytes}
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when there are too many, or the array is
     *     null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    OperatorSetConfigDraft metadata(byte[] source, int offset, int length);

    /**
     * Sets whatever the AVS attaches.
     *
     * @param source the bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, at most the engine's {@code maxPayloadBytes}
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when there are too many, or the buffer
     *     is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    OperatorSetConfigDraft metadata(DirectBuffer source, int offset, int length);
}
