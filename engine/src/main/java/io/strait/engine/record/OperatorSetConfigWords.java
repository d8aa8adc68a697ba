package io.strait.engine.record;

import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordText;
import io.strait.engine.bytes.Words;

/**
 * An operator set's configuration, found by its operator set:
 *
 * <pre>
 *   0   code of the AVS's address (8 bits) | curve (8) | consensus (8) | (8) | threshold, bps (32)
 *   1   operator set's id (32) | bytes of the metadata (32)
 *   2   task SLA, seconds
 *   3   AVS, metadata
 * </pre>
 */
public final class OperatorSetConfigWords extends RecordType<OperatorSetConfig> {
    /** The one there is. */
    public static final OperatorSetConfigWords INSTANCE = new OperatorSetConfigWords();

    private static final CurveType[] CURVE_TYPES = CurveType.values();
    private static final ConsensusType[] CONSENSUS_TYPES = ConsensusType.values();
    private static final int CODES = 0;
    private static final int ID_AND_METADATA = 1;
    private static final int TASK_SLA = 2;
    private static final int AVS = 3;
    private static final int CURVE_SHIFT = 8;
    private static final int CONSENSUS_SHIFT = 16;
    private static final int BYTE_MASK = 0xFF;

    private OperatorSetConfigWords() {}

    /** Adds a configuration's words. */
    public static void add(OperatorSetConfig config, WordBuffer target) {
        int at = target.claim(AVS);
        int avs = AddressWords.add(config.operatorSet().avs(), target);
        target.add(config.metadata());
        putNumbers(
                codes(
                        avs,
                        config.curveType(),
                        config.consensusType(),
                        config.consensusThresholdBps()),
                config.operatorSet().id(),
                config.metadata().length(),
                config.taskSlaSeconds(),
                target.words(),
                at);
    }

    /** Puts the words of a configuration whose parts are packed already; returns the end. */
    public static int put(
            EncodedAddress avs,
            long operatorSetId,
            long taskSlaSeconds,
            CurveType curveType,
            ConsensusType consensusType,
            int thresholdBps,
            WordText metadata,
            long[] target,
            int at) {
        putNumbers(
                codes(avs.code(), curveType, consensusType, thresholdBps),
                operatorSetId,
                metadata.byteCount(),
                taskSlaSeconds,
                target,
                at);
        return metadata.putTo(target, avs.putTo(target, at + AVS));
    }

    private static void putNumbers(
            long codes,
            long operatorSetId,
            long metadataBytes,
            long taskSlaSeconds,
            long[] target,
            int at) {
        target[at + CODES] = codes;
        target[at + ID_AND_METADATA] = operatorSetId | metadataBytes << Integer.SIZE;
        target[at + TASK_SLA] = taskSlaSeconds;
    }

    /** How many words a configuration has. */
    public static int wordCount(int avs, int metadataBytes) {
        return AVS + AddressWords.wordCount(avs) + Words.wordCount(metadataBytes);
    }

    @Override
    public int wordCount(long[] words, int at) {
        return wordCount(avsCode(words, at), metadataBytes(words, at));
    }

    @Override
    public int keyHash(Keys keys, long[] words, int at) {
        return AddressWords.hash(
                keys, words, at + AVS, avsCode(words, at), operatorSetId(words, at));
    }

    @Override
    public boolean hasKeyOf(long[] words, int at, long[] other, int otherAt) {
        return operatorSetId(words, at) == operatorSetId(other, otherAt)
                && AddressWords.isSame(
                        words,
                        at + AVS,
                        avsCode(words, at),
                        other,
                        otherAt + AVS,
                        avsCode(other, otherAt));
    }

    /** The key is an {@link OperatorSet}. */
    @Override
    public boolean hasKey(long[] words, int at, Object key) {
        OperatorSet sought = (OperatorSet) key;
        return operatorSetId(words, at) == sought.id()
                && AddressWords.isSame(words, at + AVS, avsCode(words, at), sought.avs());
    }

    @Override
    public boolean isKeyOf(OperatorSetConfig config, Object key) {
        return config.operatorSet().equals(key);
    }

    @Override
    public OperatorSetConfig decode(long[] words, int at) {
        long codes = words[at + CODES];
        return new OperatorSetConfig(
                OperatorSet.of(
                        AddressWords.decode(words, at + AVS, avsCode(words, at)),
                        operatorSetId(words, at)),
                words[at + TASK_SLA],
                CURVE_TYPES[(int) (codes >>> CURVE_SHIFT) & BYTE_MASK],
                Words.bytes(words, at + metadataAt(words, at), metadataBytes(words, at)),
                CONSENSUS_TYPES[(int) (codes >>> CONSENSUS_SHIFT) & BYTE_MASK],
                (int) (codes >>> Integer.SIZE));
    }

    private static long codes(
            int avs, CurveType curveType, ConsensusType consensusType, long thresholdBps) {
        return avs
                | curveType.ordinal() << CURVE_SHIFT
                | consensusType.ordinal() << CONSENSUS_SHIFT
                | thresholdBps << Integer.SIZE;
    }

    private static int avsCode(long[] words, int at) {
        return (int) words[at + CODES] & BYTE_MASK;
    }

    private static long operatorSetId(long[] words, int at) {
        return words[at + ID_AND_METADATA] & Require.MAX_UINT32;
    }

    private static int metadataBytes(long[] words, int at) {
        return (int) (words[at + ID_AND_METADATA] >>> Integer.SIZE);
    }

    private static int metadataAt(long[] words, int at) {
        return AVS + AddressWords.wordCount(avsCode(words, at));
    }
}
