package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.internal.Hash64;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedPerformer;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.Words;
import java.util.Arrays;

/** Performers, grouped by AVS; their words are those of {@link EncodedPerformer}. */
final class PerformerKind extends RecordKind<Performer> {
    /** How many words with numbers come first. */
    static final int NUMBERS = EncodedPerformer.ID_BYTES;

    private static final int NO_AVS = -1;

    private final Codebook codebook;

    PerformerKind(Codebook codebook) {
        super(CellIndexes.PERFORMERS, Roots.PERFORMERS_BY_ORDER, Roots.PERFORMERS_BY_AVS);
        this.codebook = codebook;
    }

    @Override
    long hash64(Performer performer) {
        return Hash64.of(performer.id());
    }

    @Override
    long hash64(long[] words, int at) {
        return Hash64.of(words, at + EncodedPerformer.ID, idBytes(words, at));
    }

    @Override
    int wordCount(long[] words, int at) {
        return EncodedPerformer.wordCount(words, at);
    }

    /** Its numbers, but for that of the AVS: a walk reads them without a look at the object. */
    @Override
    void addWords(Performer performer, WordBuffer target) {
        EncodedPerformer.addNumbers(NO_AVS, performer, target);
    }

    @Override
    boolean hasId(long[] stored, int storedAt, Performer performer, Object id) {
        String text = (String) id;
        return performer == null
                ? Words.isUtf8Of(
                        stored, storedAt + EncodedPerformer.ID, idBytes(stored, storedAt), text)
                : performer.id().equals(text);
    }

    @Override
    boolean hasIdOf(long[] stored, int storedAt, Performer performer, long[] words, int at) {
        int idAt = at + EncodedPerformer.ID;
        int byteCount = idBytes(words, at);
        if (performer != null) {
            return Words.isUtf8Of(words, idAt, byteCount, performer.id());
        }
        int storedIdAt = storedAt + EncodedPerformer.ID;
        int count = Words.wordCount(byteCount);
        return idBytes(stored, storedAt) == byteCount
                && Arrays.equals(stored, storedIdAt, storedIdAt + count, words, idAt, idAt + count);
    }

    @Override
    Performer decode(long[] words, int at) {
        return EncodedPerformer.decode(new WordReader().start(words, at), codebook).performer();
    }

    @Override
    Address avs(long[] stored, int storedAt, Performer performer) {
        return performer == null
                ? codebook.addresses().address((int) stored[storedAt + EncodedPerformer.AVS])
                : performer.avs();
    }

    private static int idBytes(long[] words, int at) {
        return (int) words[at + EncodedPerformer.ID_BYTES];
    }
}
