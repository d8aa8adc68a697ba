package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.internal.Hash64;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedOperatorSetConfig;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.Words;

/** Configurations of operator sets; their words are those of {@link EncodedOperatorSetConfig}. */
final class ConfigKind extends RecordKind<OperatorSetConfig> {
    private static final int AVS = 0;
    private static final int SET_AND_THRESHOLD = 1;
    private static final int METADATA_BYTES = 4;
    private static final int METADATA = 5;

    private final Codebook codebook;

    ConfigKind(Codebook codebook) {
        super(CellIndexes.CONFIGS, Roots.CONFIGS_BY_ORDER);
        this.codebook = codebook;
    }

    @Override
    long hash64(OperatorSetConfig config) {
        return config.operatorSet().hash64();
    }

    @Override
    long hash64(long[] words, int at) {
        return Hash64.of(avs(words, at).hash64(), operatorSetId(words, at));
    }

    @Override
    int wordCount(long[] words, int at) {
        return METADATA + Words.wordCount((int) words[at + METADATA_BYTES]);
    }

    @Override
    boolean hasId(long[] stored, int storedAt, OperatorSetConfig config, Object id) {
        OperatorSet operatorSet = (OperatorSet) id;
        return config == null
                ? operatorSetId(stored, storedAt) == operatorSet.id()
                        && avs(stored, storedAt).equals(operatorSet.avs())
                : config.operatorSet().equals(operatorSet);
    }

    @Override
    boolean hasIdOf(long[] stored, int storedAt, OperatorSetConfig config, long[] words, int at) {
        if (config == null) {
            return stored[storedAt + AVS] == words[at + AVS]
                    && operatorSetId(stored, storedAt) == operatorSetId(words, at);
        }
        OperatorSet operatorSet = config.operatorSet();
        return operatorSet.id() == operatorSetId(words, at)
                && operatorSet.avs().equals(avs(words, at));
    }

    @Override
    OperatorSetConfig decode(long[] words, int at) {
        return EncodedOperatorSetConfig.decode(new WordReader().start(words, at), codebook)
                .config();
    }

    private Address avs(long[] words, int at) {
        return codebook.addresses().address((int) words[at + AVS]);
    }

    private static long operatorSetId(long[] words, int at) {
        return words[at + SET_AND_THRESHOLD] & 0xFFFF_FFFFL;
    }
}
