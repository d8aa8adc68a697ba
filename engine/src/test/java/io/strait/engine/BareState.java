package io.strait.engine;

import io.strait.api.Limits;
import io.strait.engine.LoggedCommands.Logged;
import io.strait.engine.bytes.Keys;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.PublishedSnapshot;
import io.strait.engine.read.StateAggregatorView;
import io.strait.engine.read.StateExecutorView;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import io.strait.engine.state.StateImage;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.util.Arrays;

/** A state without an engine around it, which is given words and publishes when it is told to. */
final class BareState {
    private final State state;
    private final Publication publication;
    private final LiveView view;
    private final Outcome outcome = new Outcome();
    private long position;

    BareState(Limits limits, Keys keys, int quarantine) {
        state = new State(limits, keys, quarantine);
        publication = new Publication(state);
        view = new LiveView(state, new AddressCache(keys), publication, new Lifecycle("bare"));
    }

    /** One that goes on from an image. */
    static BareState restore(StateImage image, Limits limits, Keys keys, int quarantine)
            throws IOException {
        BareState restored = new BareState(limits, keys, quarantine);
        StateLoader loader = restored.state.loader(image.position());
        image.writeTo(loader);
        loader.finish();
        restored.position = image.position();
        restored.publish();
        return restored;
    }

    /** An image of what is published, which stays while the state goes on. */
    StateImage image() {
        return state.image(position, publication.pin());
    }

    /** Applies a command, whose words are overwritten afterwards, and tells its outcome. */
    Outcome apply(Logged command, boolean wantsResult) {
        int offset = (int) (position % 3); // they may lie anywhere
        long[] words = new long[offset + command.words().length];
        System.arraycopy(command.words(), 0, words, offset, command.words().length);
        outcome.begin(wantsResult);
        state.apply(
                command.opcode(),
                command.argument(),
                words,
                offset,
                command.timeMs(),
                null,
                outcome);
        Arrays.fill(words, -1);
        position++;
        return outcome;
    }

    void publish() {
        publication.publish(position);
    }

    long position() {
        return position;
    }

    State state() {
        return state;
    }

    PublishedSnapshot snapshot() {
        return PublishedSnapshot.take(view);
    }

    long hash() {
        return StateHash.of(new StateAggregatorView(view), new StateExecutorView(view));
    }
}
