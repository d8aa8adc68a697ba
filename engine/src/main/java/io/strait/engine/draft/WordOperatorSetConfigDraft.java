package io.strait.engine.draft;

import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.Task;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordText;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.OperatorSetConfigWords;
import org.agrona.DirectBuffer;

/** An operator set's configuration. */
public final class WordOperatorSetConfigDraft extends WordDraft implements OperatorSetConfigDraft {

    private final WordText metadata = new WordText(32);
    private EncodedAddress avs;
    private long operatorSetId;
    private long taskSlaSeconds;
    private CurveType curveType;
    private ConsensusType consensusType;
    private int thresholdBps;

    /** An empty draft. */
    public WordOperatorSetConfigDraft(Drafts drafts) {
        super(drafts);
        clear();
    }

    @Override
    public OperatorSetConfigDraft clear() {
        metadata.clear();
        avs = null;
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
        avs = drafts.handles().requiredAddress("avs", of);
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
        drafts.requirePayload("metadata", source, offset, length);
        metadata.setBytes(source, offset, length);
        return this;
    }

    @Override
    public OperatorSetConfigDraft metadata(DirectBuffer source, int offset, int length) {
        drafts.requirePayload("metadata", source, offset, length);
        metadata.setBytes(source, offset, length);
        return this;
    }

    @Override
    public int wordCount() {
        if (avs == null) {
            throw missing("operatorSet");
        }
        Require.notNull("curveType", curveType);
        Require.notNull("consensusType", consensusType);
        return OperatorSetConfigWords.wordCount(avs.code(), metadata.byteCount());
    }

    @Override
    public int putTo(long[] target, int at) {
        return OperatorSetConfigWords.put(
                avs,
                operatorSetId,
                taskSlaSeconds,
                curveType,
                consensusType,
                thresholdBps,
                metadata,
                target,
                at);
    }
}
