package io.strait.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ReplayMismatchException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Seen to fail when outcomes are not compared, and when a refusal for memory is applied again. */
class StateReplayTest {
    private final State state = new State(Limits.DEFAULT, TestKeys.STANDARD, 2);
    private final StateReplay replay = new StateReplay(limits -> state);

    @Test
    void shouldRefuseAnotherOutcome() throws IOException {
        replay(1, ResultCode.OK.code());
        ReplayMismatchException e =
                assertThrows(ReplayMismatchException.class, () -> replay(2, ResultCode.OK.code()));
        assertEquals(2, e.position());
        assertEquals(
                "a replay has another outcome: position=2 recorded=0 replayed=-2", e.getMessage());
    }

    @Test
    void shouldNotApplyWhatWasRefusedForMemory() throws IOException {
        replay(1, Outcome.REFUSED_FOR_MEMORY);
        assertEquals(0, state.tasks().byStatus().count(TaskStatus.PENDING.ordinal()));
        replay(2, ResultCode.OK.code());
        assertEquals(2, replay.count());
    }

    private void replay(long position, int code) throws IOException {
        replay.limits(Limits.DEFAULT);
        WordBuffer words = new WordBuffer(16);
        int argument =
                CommandWords.add(
                        new SaveTask(Task.builder("t", Address.of("0xab")).build()), words);
        long[] frame = new long[FrameLayout.COMMAND_LEAD + words.count()];
        int lead = Opcode.SAVE_TASK | (code & 0xFF) << Byte.SIZE;
        frame[0] = FrameLayout.pair(lead, words.count());
        frame[1] = argument;
        frame[2] = 1;
        System.arraycopy(words.words(), 0, frame, FrameLayout.COMMAND_LEAD, words.count());
        JournaledCommand command = new JournaledCommand();
        command.moveTo(position, frame, 0);
        replay.command(command);
    }
}
