package io.strait.engine.flat;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.hotpath.PackedId;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.codec.EncodedWrite;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.index.Keys;
import io.strait.engine.bytes.WordId;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * A task is deleted, and its cell and nodes are used at once for another one, while a reader copies
 * it. All numbers of a task are equal: 1 in the first, 2 in the second. Seen to fail when the
 * horizon is raised after the cell was overwritten, when the reader does not ask it, and when what
 * has died is used again before that is published.
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the first task")
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "it is deleted")
@Outcome(id = "-2", expect = Expect.ACCEPTABLE, desc = "overtaken")
@Outcome(expect = Expect.FORBIDDEN, desc = "parts of both, or the wrong one")
@State
public class TaskReuseStress {
    private static final Codebook CODEBOOK =
            new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT);
    private static final long[] FIRST = encode("first", 1);
    private static final long[] SECOND = encode("other", 2);
    private static final WordId FIRST_ID = id("first");

    private final FlatMemory memory = new FlatMemory(Keys.STANDARD, CODEBOOK, 0);
    private final FlatTasks tasks = new FlatTasks(memory);
    private final TaskReads reads = TaskReads.live(memory);
    private final CopiedTask copy = new CopiedTask(memory);
    private volatile long published;

    /** The first task is there. */
    public TaskReuseStress() {
        tasks.add(FIRST, 0, 1);
        publish(1);
    }

    /** Deletes the first task, and saves the second in its place. */
    @Actor
    public void writer() {
        tasks.remove(tasks.find("first"));
        publish(2);
        tasks.add(SECOND, 0, 2);
        publish(3);
    }

    /**
     * Reads the first task.
     *
     * @param result its number, -1 when it is gone, -2 when the reader was overtaken, -9 when its
     *     parts differ
     */
    @Actor
    public void reader(J_Result result) {
        long position = published;
        result.r1 = read(position);
    }

    private long read(long position) {
        long number = -1;
        try {
            int cell = reads.find(position, FIRST_ID.hash64(), FIRST_ID);
            if (cell != FlatTasks.NONE) {
                reads.copy(cell, position, copy);
                number = copy.deadlineMs();
                if (number != copy.l1ReferenceBlockNumber() || number != copy.createdAtMs()) {
                    number = -9;
                }
            }
        } catch (RuntimeException overtaken) {
            number = -8;
        }
        return reads.stands(position) ? number : -2;
    }

    private void publish(long position) {
        memory.head().write(position, memory.roots().node());
        published = position;
        memory.publish(position);
    }

    private static long[] encode(String id, long number) {
        EncodedTask task = new EncodedTask(CODEBOOK);
        task.id(id(id)).avs(CODEBOOK.addresses().handle(Address.of("0xa1")));
        task.deadlineMs(number).l1ReferenceBlockNumber(number);
        return EncodedWrite.encode("task", task, CODEBOOK).words().clone();
    }

    private static WordId id(String text) {
        PackedId id = new WordId().set(text);
        return (WordId) id;
    }
}
