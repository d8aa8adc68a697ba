package io.strait.engine.flat;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.codec.EncodedPerformer;
import io.strait.engine.word.TextBytes;
import io.strait.engine.word.Words;
import org.agrona.MutableDirectBuffer;

/**
 * A walk over cells that were the performers of some position. It looks at them where they are. A
 * cell that the writer has used again since is passed by: its performer was replaced or deleted
 * meanwhile. For one thread.
 */
public final class PerformerWalk extends CellWalk implements PerformerCursor {
    /** These are kept beside a performer that came as an object, too. */
    private static final int WORDS = RecordLayout.WORDS + PerformerKind.NUMBERS;

    /**
     * A walk over nothing.
     *
     * @param memory the performers
     */
    public PerformerWalk(FlatMemory memory) {
        super(
                memory,
                WORDS,
                "there is no performer to be looked at",
                "the performer was replaced or deleted, and its memory is used again");
    }

    @Override
    public Address avs() {
        Performer performer = performer();
        return performer == null
                ? codebook().addresses().address((int) number(EncodedPerformer.AVS))
                : performer.avs();
    }

    @Override
    public long createdAtMs() {
        return number(EncodedPerformer.CREATED_AT);
    }

    @Override
    public long lastHealthCheckMs() {
        return number(EncodedPerformer.HEALTH_CHECKED_AT);
    }

    @Override
    public boolean containerHealthy() {
        return hasHealth(EncodedPerformer.CONTAINER_HEALTHY);
    }

    @Override
    public boolean applicationHealthy() {
        return hasHealth(EncodedPerformer.APPLICATION_HEALTHY);
    }

    @Override
    public int idLength() {
        Performer performer = performer();
        return performer == null
                ? verifiedLength(wordsAt() + EncodedPerformer.ID_BYTES)
                : TextBytes.lengthOf(performer.id());
    }

    @Override
    public int copyId(byte[] target, int offset) {
        Performer performer = performer();
        return performer == null
                ? copy(wordsAt() + EncodedPerformer.ID_BYTES, target, offset)
                : TextBytes.copy(performer.id(), target, offset);
    }

    @Override
    public int copyId(MutableDirectBuffer target, int offset) {
        Performer performer = performer();
        return performer == null
                ? copy(wordsAt() + EncodedPerformer.ID_BYTES, target, offset)
                : TextBytes.copy(performer.id(), target, offset);
    }

    @Override
    public int textLength(PerformerText text) {
        Performer performer = performer();
        return performer == null
                ? verifiedLength(textAt(text))
                : TextBytes.lengthOf(text(performer, text));
    }

    @Override
    public int copyText(PerformerText text, byte[] target, int offset) {
        Performer performer = performer();
        return performer == null
                ? copy(textAt(text), target, offset)
                : TextBytes.copy(text(performer, text), target, offset);
    }

    @Override
    public int copyText(PerformerText text, MutableDirectBuffer target, int offset) {
        Performer performer = performer();
        return performer == null
                ? copy(textAt(text), target, offset)
                : TextBytes.copy(text(performer, text), target, offset);
    }

    /** The performer as it came as an object, or null. */
    private Performer performer() {
        requireCell();
        Object stored = memory.objects.get(cell());
        verify();
        return RecordReads.objectOf(stored);
    }

    private int copy(int lengthAt, byte[] target, int offset) {
        int length = verifiedLength(lengthAt);
        Words.unpack(words(), lengthAt + 1, target, offset, length);
        verify();
        return length;
    }

    private int copy(int lengthAt, MutableDirectBuffer target, int offset) {
        int length = verifiedLength(lengthAt);
        Words.unpack(words(), lengthAt + 1, target, offset, length);
        verify();
        return length;
    }

    private int verifiedLength(int lengthAt) {
        int length = (int) words()[lengthAt];
        verify();
        return length;
    }

    private int textAt(PerformerText text) {
        int at = wordsAt() + EncodedPerformer.ID_BYTES;
        for (int i = 0; i <= text.ordinal(); i++) {
            at = EncodedPerformer.nextTextAt(at, verifiedLength(at));
        }
        return at;
    }

    private boolean hasHealth(int bit) {
        return (number(EncodedPerformer.HEALTH_AND_VARIABLES) & bit) != 0;
    }

    private long number(int index) {
        return word(RecordLayout.WORDS + index);
    }

    private int wordsAt() {
        return at() + RecordLayout.WORDS;
    }

    private static String text(Performer of, PerformerText text) {
        return switch (text) {
            case CONTAINER_ID -> of.containerId();
            case RESOURCE_ID -> of.resourceId();
            case STATUS -> of.status();
            case ARTIFACT_REGISTRY -> of.artifactRegistry();
            case ARTIFACT_DIGEST -> of.artifactDigest();
            case ARTIFACT_TAG -> of.artifactTag();
            case DEPLOYMENT_MODE -> of.deploymentMode();
            case NETWORK_NAME -> of.networkName();
            case ENDPOINT -> of.endpoint();
            case HOST_NAME -> of.hostName();
        };
    }
}
