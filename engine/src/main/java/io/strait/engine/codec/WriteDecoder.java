package io.strait.engine.codec;

import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.Write;
import io.strait.engine.command.Opcode;
import io.strait.engine.word.WordReader;

/** Turns words back into writes. Writer thread only. */
public final class WriteDecoder {
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final Codebook codebook;
    private final WordReader reader = new WordReader();

    /**
     * A decoder.
     *
     * @param codebook the engine's
     */
    public WriteDecoder(Codebook codebook) {
        this.codebook = codebook;
    }

    /**
     * Decodes a write.
     *
     * @param opcode which write, one of {@link Opcode}'s constants but for the block update
     * @param argument the number that goes with the opcode
     * @param words the words of the write are in here
     * @param at index of the first
     * @return the write, newly allocated
     */
    public Write<?> decode(int opcode, int argument, long[] words, int at) {
        reader.start(words, at);
        return switch (opcode) {
            case Opcode.SAVE_TASK -> new SaveTask(EncodedTask.decode(reader, codebook));
            case Opcode.UPDATE_TASK_STATUS -> new UpdateTaskStatus(id(), STATUSES[argument]);
            case Opcode.DELETE_TASK -> new DeleteTask(id());
            case Opcode.COMMIT_BLOCK -> EncodedCommit.decode(reader, codebook);
            case Opcode.SAVE_OPERATOR_SET_CONFIG ->
                    EncodedOperatorSetConfig.decode(reader, codebook);
            case Opcode.SAVE_PERFORMER -> EncodedPerformer.decode(reader, codebook);
            case Opcode.BEGIN_TASK -> new BeginTask(id());
            case Opcode.FINISH_TASK -> finishTask();
            default -> throw new IllegalStateException("no write has the opcode " + opcode);
        };
    }

    private String id() {
        reader.next(); // its hash
        return reader.text((int) reader.next());
    }

    private FinishTask finishTask() {
        String taskId = id();
        return new FinishTask(taskId, reader.bytes((int) reader.next()));
    }
}
