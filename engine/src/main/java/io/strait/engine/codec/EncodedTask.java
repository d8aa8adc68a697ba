package io.strait.engine.codec;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.internal.Require;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordId;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.WordText;
import io.strait.engine.word.Words;
import org.agrona.DirectBuffer;

/** A task as words: numbers first, then its id, block hash and payload. */
public final class EncodedTask extends EncodedWrite implements TaskDraft {
    private static final int NOT_SET = -1;

    private final WordBuffer id = new WordBuffer(16);
    private final WordText blockHash = new WordText(16);
    private final WordText payload = new WordText(32);
    private int idByteCount;
    private long idHash;
    private int avs;
    private int callback;
    private long operatorSetId;
    private long deadlineMs;
    private int thresholdBps;
    private long chainId;
    private long sourceBlockNumber;
    private long l1ReferenceBlockNumber;
    private long referenceTimestamp;
    private long version;

    /**
     * An empty draft.
     *
     * @param codebook the engine's
     */
    public EncodedTask(Codebook codebook) {
        super(codebook);
        clear();
    }

    @Override
    public TaskDraft clear() {
        id.clear();
        idByteCount = 0;
        blockHash.clear();
        payload.clear();
        avs = NOT_SET;
        callback = AddressHandles.NONE;
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
        WordId own = WordId.require("taskId", value);
        // Not set while it is copied, lest an error in between leave half of it.
        idByteCount = 0;
        id.clear();
        own.addTo(id);
        idHash = own.hash64();
        idByteCount = own.length();
        return this;
    }

    @Override
    public TaskDraft avs(AddressHandle value) {
        avs = codebook.requiredIndex("avs", value);
        return this;
    }

    @Override
    public TaskDraft operatorSetId(long value) {
        operatorSetId = Require.uint32("operatorSetId", value);
        return this;
    }

    @Override
    public TaskDraft callbackAddress(AddressHandle value) {
        callback = codebook.addresses().indexOf("callbackAddress", value);
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
        codebook.requirePayload("payload", source, offset, length);
        payload.setBytes(source, offset, length);
        return this;
    }

    @Override
    public TaskDraft payload(DirectBuffer source, int offset, int length) {
        codebook.requirePayload("payload", source, offset, length);
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
            blockHash.clear();
        } else {
            blockHash.setHash("blockHash", source, offset, length);
        }
        return this;
    }

    @Override
    public TaskDraft blockHash(DirectBuffer source, int offset, int length) {
        if (length == 0) {
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
    void encodeTo(WordBuffer target) {
        if (idByteCount == 0) {
            throw missing("taskId");
        }
        if (avs == NOT_SET) {
            throw missing("avs");
        }
        target.add(idHash);
        target.add(idByteCount | blockHash.byteCount() << 16 | (long) payload.byteCount() << 32);
        target.add(sourceBlockNumber);
        target.add(chainId);
        target.add(deadlineMs);
        target.add(avs);
        target.add(callback);
        target.add(operatorSetId | (long) thresholdBps << 32);
        target.add(referenceTimestamp | version << 32);
        target.add(l1ReferenceBlockNumber);
        target.add(id);
        target.add(blockHash.words());
        target.add(payload.words());
    }

    /**
     * Makes a task of its words.
     *
     * @param words at the first of them
     * @param codebook what the numbers in them mean
     * @return the task, newly allocated
     */
    public static Task decode(WordReader words, Codebook codebook) {
        return decode(words, 0, codebook);
    }

    /**
     * Makes a task of its words.
     *
     * @param words at the first of them
     * @param gap how many others stand before its id
     * @param codebook what the numbers in them mean
     * @return the task, newly allocated
     */
    public static Task decode(WordReader words, int gap, Codebook codebook) {
        words.next(); // the hash of the id
        long lengths = words.next();
        long sourceBlockNumber = words.next();
        long chainId = words.next();
        long deadlineMs = words.next();
        Address avs = codebook.address(words);
        Address callback = codebook.address(words);
        long setAndThreshold = words.next();
        long timestampAndVersion = words.next();
        long l1ReferenceBlockNumber = words.next();
        words.skip(gap);
        String id = words.text((int) lengths & 0xFFFF);
        String blockHash = words.text((int) (lengths >>> 16) & 0xFFFF);
        return new Task(
                id,
                avs,
                setAndThreshold & Require.MAX_UINT32,
                callback,
                deadlineMs,
                (int) (setAndThreshold >>> 32),
                words.bytes((int) (lengths >>> 32)),
                chainId,
                sourceBlockNumber,
                l1ReferenceBlockNumber,
                timestampAndVersion & Require.MAX_UINT32,
                blockHash,
                timestampAndVersion >>> 32);
    }

    String idText() {
        return Words.toText(id.words(), 0, idByteCount);
    }

    long idHash() {
        return idHash;
    }

    /** Whether both have the same id. */
    boolean hasIdOf(WordBuffer other, int at) {
        for (int i = 0; i < id.count(); i++) {
            if (id.words()[i] != other.words()[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** Throws when the task is not from this block. */
    void requireSource(Address blockAvs, long blockChainId, long blockNumber) {
        if (avs == NOT_SET) {
            throw missing("avs");
        }
        Address mine = codebook.addresses().address(avs);
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
