package io.strait.engine.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes the commands out of a whole frame. For one thread. */
final class FrameReader {
    private final JournaledCommand command = new JournaledCommand();
    private long[] words = new long[1_024];

    FrameReader() {}

    /** Hands on the commands of the frame that begins here; tells whether they make sense. */
    boolean read(ByteBuffer frame, int at, Replay replay) {
        int count = FrameLayout.commandWords(frame, at);
        copy(frame, at, count);
        long position = FrameLayout.firstPosition(frame, at);
        int next = 0;
        for (int i = 0; i < FrameLayout.commandCount(frame, at); i++) {
            long left = (long) count - next - FrameLayout.COMMAND_LEAD;
            int wordCount = left < 0 ? -1 : (int) (words[next] >>> Integer.SIZE);
            if (wordCount < 0 || wordCount > left) {
                return false;
            }
            command.moveTo(position + i, words, next);
            replay.command(command);
            next += FrameLayout.COMMAND_LEAD + wordCount;
        }
        return next == count;
    }

    /** The words of the commands, without the marks between them. */
    private void copy(ByteBuffer frame, int at, int count) {
        if (count > words.length) {
            words = Arrays.copyOf(words, Math.max(count, 2 * words.length));
        }
        int from = FrameLayout.COMMANDS;
        for (int i = 0; i < count; i++) {
            if (from % FrameLayout.SECTOR_WORDS == 0) {
                from++;
            }
            words[i] = FrameLayout.word(frame, at, from++);
        }
    }
}
