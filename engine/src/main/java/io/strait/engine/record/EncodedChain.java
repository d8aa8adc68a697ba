package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.hotpath.ChainHandle;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;

/**
 * A chain with its words, made once for all records that name it. Immutable. Its words are:
 *
 * <pre>
 *   0   chain id
 *   1   code of the address of its AVS
 *   2   the address's bytes
 * </pre>
 */
public final class EncodedChain implements ChainHandle {
    private static final int CHAIN_ID = 0;
    private static final int AVS_CODE = 1;
    private static final int AVS = 2;

    private final Chain chain;
    private final EncodedAddress avs;
    private final WordBuffer words = new WordBuffer(5);
    private final int index;
    private final Object owner;

    /** Encodes a chain for its owner; the index is the process's own and is in no record. */
    public EncodedChain(Chain chain, int index, Object owner) {
        this.owner = owner;
        this.chain = chain;
        this.index = index;
        avs = new EncodedAddress(chain.avs());
        add(chain.chainId(), avs, words);
    }

    @Override
    public Chain chain() {
        return chain;
    }

    /** Its AVS. */
    public EncodedAddress avs() {
        return avs;
    }

    /** Whose handle it is. */
    public Object owner() {
        return owner;
    }

    /** Which of this process's handles it is. */
    public int index() {
        return index;
    }

    /** The hash of the chain. */
    public int hash(Keys keys) {
        return hash(keys, words.words(), 0);
    }

    /** The chain's words. */
    public WordBuffer words() {
        return words;
    }

    /** Whether these are the words of the same chain. */
    public boolean isSame(long[] others, int at) {
        return words.words()[CHAIN_ID] == others[at + CHAIN_ID]
                && avs.isSame(others, at + AVS, avsCode(others, at));
    }

    /** Adds a chain's words. */
    public static void add(Chain chain, WordBuffer target) {
        add(chain.chainId(), new EncodedAddress(chain.avs()), target);
    }

    /** The hash of a chain that is given as words. */
    public static int hash(Keys keys, long[] words, int at) {
        int avsCode = avsCode(words, at);
        return AddressWords.hash(keys, words, at + AVS, avsCode, words[at + CHAIN_ID]);
    }

    /** How many words a chain has. */
    public static int wordCount(long[] words, int at) {
        return AVS + AddressWords.wordCount(avsCode(words, at));
    }

    /** Makes a chain of its words. */
    public static Chain decode(long[] words, int at) {
        Address avs = AddressWords.decode(words, at + AVS, avsCode(words, at));
        return Chain.of(avs, words[at + CHAIN_ID]);
    }

    private static void add(long chainId, EncodedAddress avs, WordBuffer target) {
        target.add(chainId);
        target.add(avs.code());
        target.add(avs.words());
    }

    private static int avsCode(long[] words, int at) {
        return (int) words[at + AVS_CODE];
    }

    @Override
    public String toString() {
        return chain.toString();
    }
}
