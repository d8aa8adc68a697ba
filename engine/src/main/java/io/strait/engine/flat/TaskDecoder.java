package io.strait.engine.flat;

import io.strait.api.domain.Task;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.word.WordReader;

/** Makes an object of a task that came as words. For one thread. */
final class TaskDecoder {
    private final Codebook codebook;
    private final WordReader reader = new WordReader();

    TaskDecoder(FlatMemory memory) {
        codebook = memory.codebook;
    }

    Task decode(long[] chunk, int cellAt) {
        return EncodedTask.decode(
                reader.start(chunk, cellAt + TaskLayout.HASH), TaskLayout.GAP, codebook);
    }
}
