package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.record.PerformerWords;
import io.strait.engine.state.RecordTable;
import io.strait.engine.state.State;
import org.agrona.MutableDirectBuffer;

/**
 * A walk over cells that were the performers of some position. It looks at them where they are. A
 * cell that the writer has used again since is passed by: its performer was replaced or deleted
 * meanwhile. For one thread.
 */
final class PerformerWalk extends CellWalk implements CellView, PerformerCursor {
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
        return address(RECORD + PerformerWords.avsAt(codes), PerformerWords.avsCode(codes));
    }

    @Override
    public DecodedAddresses addresses() {
        return addresses;
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
        return copyOut(RECORD + PerformerWords.ID, idLength(), target, offset);
    }

    @Override
    public int copyId(MutableDirectBuffer target, int offset) {
        return copyOut(RECORD + PerformerWords.ID, idLength(), target, offset);
    }

    @Override
    public int textLength(PerformerText text) {
        return lengthOfText(textAt(text));
    }

    @Override
    public int copyText(PerformerText text, byte[] target, int offset) {
        int lengthAt = textAt(text);
        return copyOut(RECORD + lengthAt + 1, lengthOfText(lengthAt), target, offset);
    }

    @Override
    public int copyText(PerformerText text, MutableDirectBuffer target, int offset) {
        int lengthAt = textAt(text);
        return copyOut(RECORD + lengthAt + 1, lengthOfText(lengthAt), target, offset);
    }

    private int textAt(PerformerText text) {
        int lengthAt = PerformerWords.textsAt(codes());
        for (int i = 0; i < text.ordinal(); i++) {
            lengthAt = PerformerWords.nextTextAt(lengthAt, lengthOfText(lengthAt));
        }
        return lengthAt;
    }

    private int lengthOfText(int lengthAt) {
        return (int) wordBehind(RECORD + lengthAt);
    }

    private long codes() {
        return word(RECORD + PerformerWords.CODES);
    }
}
