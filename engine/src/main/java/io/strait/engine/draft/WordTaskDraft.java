package io.strait.engine.draft;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordText;
import io.strait.engine.bytes.Words;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.TaskWords;
import org.agrona.DirectBuffer;

/** A task as words: numbers first, then its id, block hash and payload. */
public final class WordTaskDraft extends WordDraft implements TaskDraft {
    private final DraftId id = new DraftId("taskId");
    private final WordText blockHash = new WordText(16);
    private final WordText payload = new WordText(32);
    private EncodedAddress avs;
    private EncodedAddress callback;
    private long operatorSetId;
    private long deadlineMs;
    private int thresholdBps;
    private long chainId;
    private long sourceBlockNumber;
    private long l1ReferenceBlockNumber;
    private long referenceTimestamp;
    private long version;

    /** An empty draft. */
    public WordTaskDraft(Drafts drafts) {
        super(drafts);
        clear();
    }

    @Override
    public TaskDraft clear() {
        id.clear();
        blockHash.clear();
        payload.clear();
        avs = null;
        callback = drafts.handles().noAddress();
        operatorSetId = 0;
        deadlineMs = Task.NO_DEADLINE;
        thresholdBps = 0;
        chainId = 0;
        sourceBlockNumber = 0;
        l1ReferenceBlockNumber = 0;
        referenceTimestamp = 0;
        version = 0;
        return this;
    }

    @Override
    public TaskDraft id(PackedId value) {
        id.set(value);
        return this;
    }

    @Override
    public TaskDraft avs(AddressHandle value) {
        avs = drafts.handles().requiredAddress("avs", value);
        return this;
    }

    @Override
    public TaskDraft operatorSetId(long value) {
        operatorSetId = Require.uint32("operatorSetId", value);
        return this;
    }

    @Override
    public TaskDraft callbackAddress(AddressHandle value) {
        callback = drafts.handles().address("callbackAddress", value);
        return this;
    }

    @Override
    public TaskDraft deadlineMs(long value) {
        deadlineMs = Require.notNegative("deadlineMs", value);
        return this;
    }

    @Override
    public TaskDraft thresholdBps(int value) {
        thresholdBps = (int) Require.inRange("thresholdBps", value, 0, Task.MAX_THRESHOLD_BPS);
        return this;
    }

    @Override
    public TaskDraft payload(byte[] source, int offset, int length) {
        drafts.requirePayload("payload", source, offset, length);
        payload.setBytes(source, offset, length);
        return this;
    }

    @Override
    public TaskDraft payload(DirectBuffer source, int offset, int length) {
        drafts.requirePayload("payload", source, offset, length);
        payload.setBytes(source, offset, length);
        return this;
    }

    @Override
    public TaskDraft chainId(long value) {
        chainId = value;
        return this;
    }

    @Override
    public TaskDraft sourceBlockNumber(long value) {
        sourceBlockNumber = Require.notNegative("sourceBlockNumber", value);
        return this;
    }

    @Override
    public TaskDraft l1ReferenceBlockNumber(long value) {
        l1ReferenceBlockNumber = Require.notNegative("l1ReferenceBlockNumber", value);
        return this;
    }

    @Override
    public TaskDraft referenceTimestamp(long value) {
        referenceTimestamp = Require.uint32("referenceTimestamp", value);
        return this;
    }

    @Override
    public TaskDraft blockHash(byte[] source, int offset, int length) {
        if (length == 0) {
            Words.requireRange("blockHash", source, offset, length);
            blockHash.clear();
        } else {
            blockHash.setHash("blockHash", source, offset, length);
        }
        return this;
    }

    @Override
    public TaskDraft blockHash(DirectBuffer source, int offset, int length) {
        if (length == 0) {
            Words.requireRange("blockHash", source, offset, length);
            blockHash.clear();
        } else {
            blockHash.setHash("blockHash", source, offset, length);
        }
        return this;
    }

    @Override
    public TaskDraft version(long value) {
        version = Require.uint32("version", value);
        return this;
    }

    @Override
    public int wordCount() {
        id.requireSet();
        if (avs == null) {
            throw missing("avs");
        }
        return TaskWords.wordCount(lengths());
    }

    @Override
    public int putTo(long[] target, int at) {
        long lengths = lengths();
        int next =
                TaskWords.putNumbers(
                        lengths,
                        deadlineMs,
                        sourceBlockNumber,
                        chainId,
                        operatorSetId,
                        thresholdBps,
                        target,
                        at);
        next = id.putTo(target, next);
        next = avs.putTo(target, next);
        next = callback.putTo(target, next);
        next = blockHash.putTo(target, next);
        next = payload.putTo(target, next);
        return hasReferences()
                ? TaskWords.putReferences(
                        referenceTimestamp, version, l1ReferenceBlockNumber, target, next)
                : next;
    }

    private long lengths() {
        return TaskWords.lengths(
                id.byteCount(),
                blockHash.byteCount(),
                avs.code(),
                callback.code(),
                payload.byteCount(),
                hasReferences());
    }

    private boolean hasReferences() {
        return TaskWords.hasReferences(referenceTimestamp, version, l1ReferenceBlockNumber);
    }

    String idText() {
        return id.toString();
    }

    int idHash() {
        return id.hash(drafts.keys());
    }

    /** Throws when the task is not from this block. */
    void requireSource(Address blockAvs, long blockChainId, long blockNumber) {
        if (avs == null) {
            throw missing("avs");
        }
        Address mine = avs.address();
        if (!mine.equals(blockAvs)) {
            throw differs("task.avs", mine, blockAvs);
        }
        if (chainId != blockChainId) {
            throw differs(
                    "task.chainId",
                    Long.toUnsignedString(chainId),
                    Long.toUnsignedString(blockChainId));
        }
        if (sourceBlockNumber != blockNumber) {
            throw differs("task.sourceBlockNumber", sourceBlockNumber, blockNumber);
        }
    }

    private static InvalidArgumentException differs(String name, Object ofTask, Object ofBlock) {
        return new InvalidArgumentException(name, ofTask, "must be that of the block: " + ofBlock);
    }
}
