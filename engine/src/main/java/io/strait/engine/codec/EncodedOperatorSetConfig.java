package io.strait.engine.codec;

import io.strait.api.domain.Address;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Task;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.WordText;
import org.agrona.DirectBuffer;

/** An operator set's configuration as words: its numbers, then its metadata. */
public final class EncodedOperatorSetConfig extends EncodedWrite implements OperatorSetConfigDraft {
    private static final int NOT_SET = -1;
    private static final CurveType[] CURVE_TYPES = CurveType.values();
    private static final ConsensusType[] CONSENSUS_TYPES = ConsensusType.values();

    private final WordText metadata = new WordText(32);
    private int avs;
    private long operatorSetId;
    private long taskSlaSeconds;
    private CurveType curveType;
    private ConsensusType consensusType;
    private int thresholdBps;

    /**
     * An empty draft.
     *
     * @param codebook the engine's
     */
    public EncodedOperatorSetConfig(Codebook codebook) {
        super(codebook);
        clear();
    }

    @Override
    public OperatorSetConfigDraft clear() {
        metadata.clear();
        avs = NOT_SET;
        operatorSetId = 0;
        taskSlaSeconds = 0;
        curveType = null;
        consensusType = null;
        thresholdBps = 0;
        return this;
    }

    @Override
    public OperatorSetConfigDraft operatorSet(AddressHandle of, long id) {
        Require.uint32("operatorSetId", id);
        avs = codebook.requiredIndex("avs", of);
        operatorSetId = id;
        return this;
    }

    @Override
    public OperatorSetConfigDraft taskSlaSeconds(long seconds) {
        taskSlaSeconds = Require.notNegative("taskSlaSeconds", seconds);
        return this;
    }

    @Override
    public OperatorSetConfigDraft curveType(CurveType type) {
        curveType = Require.notNull("curveType", type);
        return this;
    }

    @Override
    public OperatorSetConfigDraft consensus(ConsensusType type, int basisPoints) {
        Require.inRange("consensusThresholdBps", basisPoints, 0, Task.MAX_THRESHOLD_BPS);
        consensusType = Require.notNull("consensusType", type);
        thresholdBps = basisPoints;
        return this;
    }

    @Override
    public OperatorSetConfigDraft metadata(byte[] source, int offset, int length) {
        codebook.requirePayload("metadata", source, offset, length);
        metadata.setBytes(source, offset, length);
        return this;
    }

    @Override
    public OperatorSetConfigDraft metadata(DirectBuffer source, int offset, int length) {
        codebook.requirePayload("metadata", source, offset, length);
        metadata.setBytes(source, offset, length);
        return this;
    }

    @Override
    void encodeTo(WordBuffer target) {
        if (avs == NOT_SET) {
            throw missing("operatorSet");
        }
        Require.notNull("curveType", curveType);
        Require.notNull("consensusType", consensusType);
        target.add(avs);
        target.add(operatorSetId | (long) thresholdBps << 32);
        target.add(taskSlaSeconds);
        target.add(curveType.ordinal() | (long) consensusType.ordinal() << 32);
        target.add(metadata.byteCount());
        target.add(metadata.words());
    }

    /**
     * Makes a write of its words.
     *
     * @param words at the first of them
     * @param codebook what the numbers in them mean
     * @return the write, newly allocated
     */
    public static SaveOperatorSetConfig decode(WordReader words, Codebook codebook) {
        Address avs = codebook.address(words);
        long setAndThreshold = words.next();
        long taskSlaSeconds = words.next();
        long types = words.next();
        return new SaveOperatorSetConfig(
                new OperatorSetConfig(
                        OperatorSet.of(avs, setAndThreshold & Require.MAX_UINT32),
                        taskSlaSeconds,
                        CURVE_TYPES[(int) types],
                        words.bytes((int) words.next()),
                        CONSENSUS_TYPES[(int) (types >>> 32)],
                        (int) (setAndThreshold >>> 32)));
    }
}
