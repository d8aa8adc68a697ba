package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.bytes.TestKeys;
import io.strait.engine.state.ImageDigest;
import io.strait.engine.state.StateImage;
import io.strait.model.CommandStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Images are read again and again on a thread of its own, while the writer goes on and uses again
 * at once what nobody can see. Each is the same as the first time, which was before anything went
 * on. Seen to fail when the position is not pinned.
 */
class StateImageRaceTest {
    private static final int IMAGES = 300;
    private static final int READS = 4;
    private static final long PATIENCE_SECONDS = 60;

    private final BareState state = new BareState(CommandStream.tightLimits(), TestKeys.of(2), 0);
    private final CommandStream stream = new CommandStream(8);

    @Test
    void shouldStayTheSameWhileTheWriterGoesOn()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            long writes = 0;
            for (int i = 0; i < IMAGES; i++) {
                write(100);
                StateImage image = state.image();
                long expected = digest(image);
                Future<Long> others = reader.submit(() -> countOthers(image, expected));
                while (!others.isDone()) {
                    write(1);
                    writes++;
                }
                assertEquals(0, others.get(PATIENCE_SECONDS, TimeUnit.SECONDS), "image " + i);
            }
            assertTrue(writes > IMAGES, "the writer did not go on");
        } finally {
            reader.shutdownNow();
        }
    }

    private static long countOthers(StateImage image, long expected) throws IOException {
        long others = 0;
        for (int i = 0; i < READS; i++) {
            others += digest(image) == expected ? 0 : 1;
        }
        return others;
    }

    private static long digest(StateImage image) throws IOException {
        ImageDigest digest = image.writeTo((kind, words, at, count) -> {});
        return digest.value();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            state.apply(LoggedCommands.next(stream), false);
            state.publish();
        }
    }
}
