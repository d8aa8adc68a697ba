package io.strait.bench.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StraitConfig;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.DrivenWriter;
import org.junit.jupiter.api.Test;

/** The floors of hand-offs carry as many words as the engine's lane does. */
class LaneWordsTest {
    private static final int NUMBER = 1_000_000;

    @Test
    void shouldBeAsManyAsTheLaneCarries() {
        try (DrivenWriter writer = new DrivenWriter(StraitConfig.builder().name("words").build());
                ByteWrites writes = new ByteWrites(writer.strait())) {
            assertWords(LaneWords.SAVE, writer, () -> writes.saveTask(NUMBER));
            assertWords(
                    LaneWords.ID,
                    writer,
                    () -> writes.updateTaskStatus(NUMBER, TaskStatus.PROCESSING));
            assertWords(LaneWords.ID, writer, () -> writes.deleteTask(NUMBER));
            assertWords(LaneWords.CONFIG, writer, () -> writes.saveOperatorSetConfig(NUMBER));
            assertWords(LaneWords.PERFORMER, writer, () -> writes.savePerformer(NUMBER, 0));
            assertWords(LaneWords.COMMIT_OF_10, writer, () -> writes.commitNewBlock(NUMBER, 10, 0));
            writes.drain();
        }
    }

    private static void assertWords(int expected, DrivenWriter writer, Runnable write) {
        write.run();
        assertEquals(expected, writer.strait().counters().depth());
        writer.runBatch();
    }
}
