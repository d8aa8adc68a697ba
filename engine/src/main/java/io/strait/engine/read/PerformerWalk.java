package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.bytes.Words;
import io.strait.engine.record.PerformerWords;
import io.strait.engine.state.RecordTable;
import io.strait.engine.state.State;
import org.agrona.MutableDirectBuffer;

/**
 * A walk over cells that were the performers of some position. It looks at them where they are. A
 * cell that the writer has used again since is passed by: its performer was replaced or deleted
 * meanwhile. For one thread.
 */
final class PerformerWalk extends CellWalk implements PerformerCursor {
    private static final int RECORD = RecordTable.recordOffset();
    private static final int FIXED_WORDS = RECORD + PerformerWords.ID;

    private final DecodedAddresses addresses;

    /** A walk over nothing. */
    PerformerWalk(State state, DecodedAddresses addresses) {
        super(
                state,
                FIXED_WORDS,
                "there is no performer to be looked at",
                "the performer was replaced or deleted, and its memory is used again");
        this.addresses = addresses;
    }

    @Override
    public Address avs() {
        long codes = codes();
        long[] words = words();
        // What is decoded must be the performer's: an address that is none would be kept.
        verify();
        Address avs;
        try {
            avs =
                    addresses.of(
                            words,
                            recordAt() + PerformerWords.avsAt(codes),
                            PerformerWords.avsCode(codes));
        } catch (RuntimeException e) {
            throw verified(e);
        }
        verify();
        return avs;
    }

    @Override
    public long createdAtMs() {
        return word(RECORD + PerformerWords.CREATED_AT);
    }

    @Override
    public long lastHealthCheckMs() {
        return word(RECORD + PerformerWords.HEALTH_CHECKED_AT);
    }

    @Override
    public boolean containerHealthy() {
        return PerformerWords.containerHealthy(codes());
    }

    @Override
    public boolean applicationHealthy() {
        return PerformerWords.applicationHealthy(codes());
    }

    @Override
    public int idLength() {
        return PerformerWords.idBytes(codes());
    }

    @Override
    public int copyId(byte[] target, int offset) {
        return copy(PerformerWords.ID, idLength(), target, offset);
    }

    @Override
    public int copyId(MutableDirectBuffer target, int offset) {
        return copy(PerformerWords.ID, idLength(), target, offset);
    }

    @Override
    public int textLength(PerformerText text) {
        return verifiedLength(textAt(text));
    }

    @Override
    public int copyText(PerformerText text, byte[] target, int offset) {
        int lengthAt = textAt(text);
        return copy(lengthAt + 1, verifiedLength(lengthAt), target, offset);
    }

    @Override
    public int copyText(PerformerText text, MutableDirectBuffer target, int offset) {
        int lengthAt = textAt(text);
        return copy(lengthAt + 1, verifiedLength(lengthAt), target, offset);
    }

    private int copy(int from, int length, byte[] target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, recordAt() + from, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    private int copy(int from, int length, MutableDirectBuffer target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, recordAt() + from, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    private int textAt(PerformerText text) {
        int lengthAt = PerformerWords.textsAt(codes());
        for (int i = 0; i < text.ordinal(); i++) {
            lengthAt = PerformerWords.nextTextAt(lengthAt, verifiedLength(lengthAt));
        }
        return lengthAt;
    }

    private int verifiedLength(int lengthAt) {
        long[] words = words();
        int length;
        try {
            length = (int) words[recordAt() + lengthAt];
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    /** What was thrown, if it was the performer that was read. */
    private RuntimeException verified(RuntimeException thrown) {
        verify();
        return thrown;
    }

    private long codes() {
        return word(RECORD + PerformerWords.CODES);
    }

    private int recordAt() {
        return at() + RECORD;
    }
}
