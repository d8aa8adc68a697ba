package io.strait.bench.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StraitConfig;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.DrivenWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floors of hand-offs carry as many words as the engine's lane does. */
class LaneWordsTest {
    private static final int NUMBER = 1_000_000;

    @Test
    void shouldBeAsManyAsTheLaneCarries() {
        try (DrivenWriter writer = new DrivenWriter(StraitConfig.builder().name("words").build());
                ByteWrites writes = new ByteWrites(writer.strait())) {
            assertEquals(
                    List.of(
                            LaneWords.SAVE,
                            LaneWords.ID,
                            LaneWords.ID,
                            LaneWords.CONFIG,
                            LaneWords.PERFORMER,
                            LaneWords.COMMIT_OF_10),
                    List.of(
                            words(writer, () -> writes.saveTask(NUMBER)),
                            words(
                                    writer,
                                    () -> writes.updateTaskStatus(NUMBER, TaskStatus.PROCESSING)),
                            words(writer, () -> writes.deleteTask(NUMBER)),
                            words(writer, () -> writes.saveOperatorSetConfig(NUMBER)),
                            words(writer, () -> writes.savePerformer(NUMBER, 0)),
                            words(writer, () -> writes.commitNewBlock(NUMBER, 10, 0))));
            writes.drain();
        }
    }

    private static int words(DrivenWriter writer, Runnable write) {
        write.run();
        int depth = (int) writer.strait().counters().depth();
        writer.runBatch();
        return depth;
    }
}
