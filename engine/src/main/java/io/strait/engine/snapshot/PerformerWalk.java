package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.image.Row;
import io.strait.engine.image.TrieCursor;
import io.strait.engine.image.TrieNode;
import io.strait.engine.word.TextBytes;
import org.agrona.MutableDirectBuffer;

/** A walk over the rows of performers in an image, which does not change. For one thread. */
final class PerformerWalk implements PerformerCursor {
    private final TrieCursor<Row<Performer>> rows = new TrieCursor<>();
    private Performer performer;
    private int size;
    private int left;

    PerformerCursor begin(TrieNode<Row<Performer>> byOrder) {
        rows.begin(byOrder);
        size = byOrder.size();
        left = size;
        performer = null;
        return this;
    }

    @Override
    public boolean next() {
        if (left == 0) {
            performer = null;
            return false;
        }
        left--;
        performer = rows.next().value();
        return true;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Address avs() {
        return performer().avs();
    }

    @Override
    public long createdAtMs() {
        return performer().createdAtMs();
    }

    @Override
    public long lastHealthCheckMs() {
        return performer().lastHealthCheckMs();
    }

    @Override
    public boolean containerHealthy() {
        return performer().containerHealthy();
    }

    @Override
    public boolean applicationHealthy() {
        return performer().applicationHealthy();
    }

    @Override
    public int idLength() {
        return TextBytes.lengthOf(performer().id());
    }

    @Override
    public int copyId(byte[] target, int offset) {
        return TextBytes.copy(performer().id(), target, offset);
    }

    @Override
    public int copyId(MutableDirectBuffer target, int offset) {
        return TextBytes.copy(performer().id(), target, offset);
    }

    @Override
    public int textLength(PerformerText text) {
        return TextBytes.lengthOf(text(text));
    }

    @Override
    public int copyText(PerformerText text, byte[] target, int offset) {
        return TextBytes.copy(text(text), target, offset);
    }

    @Override
    public int copyText(PerformerText text, MutableDirectBuffer target, int offset) {
        return TextBytes.copy(text(text), target, offset);
    }

    private String text(PerformerText text) {
        Performer of = performer();
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

    private Performer performer() {
        if (performer == null) {
            throw new IllegalStateException("there is no performer to be looked at");
        }
        return performer;
    }
}
