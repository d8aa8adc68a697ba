package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.CurveType;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An AVS's configuration, found by its AVS:
 *
 * <pre>
 *   0   code of the AVS's address (8 bits) | curve (8) | (16) | executor operator sets (32)
 *   1   aggregator operator set's id
 *   2   AVS, then the id of each executor operator set
 * </pre>
 */
public final class AvsConfigWords extends RecordType<AvsConfig> {
    /** The one there is. */
    public static final AvsConfigWords INSTANCE = new AvsConfigWords();

    private static final CurveType[] CURVE_TYPES = CurveType.values();
    private static final int CODES = 0;
    private static final int AGGREGATOR = 1;
    private static final int AVS = 2;
    private static final int CURVE_SHIFT = 8;
    private static final int BYTE_MASK = 0xFF;

    private AvsConfigWords() {}

    /** Adds a configuration's words. */
    public static void add(AvsConfig config, WordBuffer target) {
        int at = target.count();
        List<Long> executors = config.executorOperatorSetIds();
        target.add(0);
        target.add(config.aggregatorOperatorSetId());
        int avs = AddressWords.add(config.avs(), target);
        for (int i = 0; i < executors.size(); i++) {
            target.add(executors.get(i));
        }
        target.words()[at] =
                avs
                        | config.curveType().ordinal() << CURVE_SHIFT
                        | (long) executors.size() << Integer.SIZE;
    }

    @Override
    public int wordCount(long[] words, int at) {
        return executorsAt(words, at) + executorCount(words, at);
    }

    @Override
    public int keyHash(Keys keys, long[] words, int at) {
        return AddressWords.hash(keys, words, at + AVS, avsCode(words, at));
    }

    @Override
    public boolean hasKeyOf(long[] words, int at, long[] other, int otherAt) {
        return AddressWords.isSame(
                words, at + AVS, avsCode(words, at), other, otherAt + AVS, avsCode(other, otherAt));
    }

    /** The key is an {@link Address}. */
    @Override
    public boolean hasKey(long[] words, int at, Object key) {
        return AddressWords.isSame(words, at + AVS, avsCode(words, at), (Address) key);
    }

    @Override
    public boolean isKeyOf(AvsConfig config, Object key) {
        return config.avs().equals(key);
    }

    @Override
    public AvsConfig decode(long[] words, int at) {
        int executorsAt = at + executorsAt(words, at);
        Long[] executors = new Long[executorCount(words, at)];
        Arrays.setAll(executors, i -> words[executorsAt + i]);
        return new AvsConfig(
                AddressWords.decode(words, at + AVS, avsCode(words, at)),
                words[at + AGGREGATOR],
                Arrays.asList(executors),
                CURVE_TYPES[(int) (words[at + CODES] >>> CURVE_SHIFT) & BYTE_MASK]);
    }

    private static int avsCode(long[] words, int at) {
        return (int) words[at + CODES] & BYTE_MASK;
    }

    private static int executorCount(long[] words, int at) {
        return (int) (words[at + CODES] >>> Integer.SIZE);
    }

    private static int executorsAt(long[] words, int at) {
        return AVS + AddressWords.wordCount(avsCode(words, at));
    }
}
