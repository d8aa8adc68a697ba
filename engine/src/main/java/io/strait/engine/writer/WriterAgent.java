package io.strait.engine.writer;

import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.command.Completion;
import io.strait.engine.draft.Handles;
import io.strait.engine.lane.BlockWord;
import io.strait.engine.lane.CommandHandler;
import io.strait.engine.lane.LaneCommand;
import io.strait.engine.lane.ProducerLane;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedCommandHandler;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.record.CommandLog;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedChain;
import io.strait.engine.record.Opcode;
import io.strait.engine.state.ChainEntry;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The writer: drains the lanes, applies each command to the state, publishes once per batch, and
 * then tells those who wait. Whatever it throws on the way ends the engine: nothing more is
 * applied, everybody who waits is told, and the last published state stays.
 */
public final class WriterAgent implements Agent {
    private static final int OK = ResultCode.OK.code();

    private final SharedLane lane;
    private final ProducerLanes producers;
    private final Handles handles;
    private final State state;
    private final Publication publication;
    private final ChangeFeed changes;
    private final Lifecycle lifecycle;
    private final WriterCounters counters;
    private final WriterProbe probe;
    private final int maxBatch;
    private final CommandHandler producerHandler = new Applier();
    private final SharedCommandHandler sharedHandler = this::apply;

    /** Null for none. */
    private final CommandLog log;

    private Runnable betweenBatches = () -> {};

    private final Outcome outcome = new Outcome();
    private final ProducerPause producerPause = new ProducerPause();
    private final Completion<?>[] completions;
    private final WordBuffer blockWords = new WordBuffer(16);

    /** The chains that were found before, by the number of their handles. Chains stay. */
    private ChainEntry[] chains = new ChainEntry[16];

    /** Made beforehand, as is the next one: there may be no memory when they are needed. */
    private final AgentTerminationException ended = new AgentTerminationException();

    private final Throwable endedWithoutCause =
            new IllegalStateException("the writer's thread has ended, or was stopped from outside");
    private long turn;
    private int commandCount;
    private int completionCount;
    private long position;

    /**
     * Whether the last look found everything done and nothing more taken. What a producer hands in
     * after that, because it had found its lane open before, is never applied.
     */
    private boolean drained;

    /** A writer, to be run by one thread. */
    public WriterAgent(
            SharedLane lane,
            ProducerLanes producers,
            Handles handles,
            State state,
            Publication publication,
            ChangeFeed changes,
            CommandLog log,
            Lifecycle lifecycle,
            WriterCounters counters,
            WriterProbe probe,
            int maxBatch) {
        this.lane = lane;
        this.producers = producers;
        this.handles = handles;
        this.state = state;
        this.publication = publication;
        this.changes = changes;
        this.log = log;
        this.lifecycle = lifecycle;
        this.counters = counters;
        this.probe = probe;
        this.maxBatch = maxBatch;
        this.completions = new Completion<?>[maxBatch];
    }

    @Override
    public String roleName() {
        return "writer";
    }

    @Override
    public void onStart() {
        lifecycle.enterWriterThread();
    }

    @Override
    public int doWork() {
        try {
            return runBatch();
        } catch (AgentTerminationException e) {
            throw e;
        } catch (Throwable t) {
            try {
                fail(causeOf(t));
            } catch (Throwable again) {
                // Such as no memory even for this. The runner calls onClose, which tries again.
            }
            throw ended;
        }
    }

    @Override
    public void onClose() {
        try {
            if (isGivenUp()) {
                abandonAll();
            } else if (!drained && (!isDrained() || commandCount + completionCount > 0)) {
                fail(endedWithoutCause);
            }
        } finally {
            // First, so that nobody waits for the disk: this may be a caller's thread.
            lifecycle.stopRelease();
            try {
                closeLog();
            } finally {
                lifecycle.writerStopped();
            }
        }
    }

    /**
     * After an orderly end it is closed already. After another nobody is left to be told: this may
     * be a caller's thread, which asked for something else.
     */
    private void closeLog() {
        try {
            if (log != null) {
                log.close();
            }
        } catch (Throwable t) {
            lifecycle.failRelease(causeOf(t));
        }
    }

    private static Throwable causeOf(Throwable t) {
        return t instanceof UncheckedIOException e ? e.getCause() : t;
    }

    private int runBatch() {
        drain();
        int count = commandCount;
        if (count == 0) {
            return idle();
        }
        boolean published = publish();
        if (!published && isGivenUp()) {
            // By a close that timed out. Nobody can see this batch, so nobody is told that it is
            // done.
            throw ended;
        }
        changes.publish();
        probe.at(WriterStep.AFTER_PUBLISH);
        acknowledge();
        outcome.forget();
        commandCount = 0;
        if (published) {
            counters.batchPublished();
        }
        producerPause.endBatch(count);
        betweenBatches.run();
        return count;
    }

    /** In turns, so that neither the lane nor the producers keep the other waiting for ever. */
    private void drain() {
        turn++;
        boolean producersFirst = (turn & 1) == 0;
        if (producersFirst) {
            drainProducers();
        }
        if (commandCount < maxBatch) {
            commandCount += lane.drainTo(sharedHandler, maxBatch - commandCount);
        }
        if (!producersFirst) {
            drainProducers();
        }
    }

    private void drainProducers() {
        int count = producers.drainTo(producerHandler, maxBatch - commandCount, turn >>> 1);
        producerPause.add(count);
        commandCount += count;
    }

    private int idle() {
        counters.idle();
        if (isDrained()) {
            if (log != null) {
                log.close();
            }
            drained = true;
            throw ended;
        }
        if (log != null) {
            log.idle();
        }
        betweenBatches.run();
        return state.release() ? 1 : 0;
    }

    /**
     * The lane first: it is closed last, so who finds it closed finds the producers' closed too.
     */
    private boolean isDrained() {
        return lane.isDrained() && producers.isEmpty();
    }

    /** Applies a command of a producer. */
    private void apply(ProducerLane from, LaneCommand command) {
        applyOne(command, null, changes.isListening());
        from.outcomeRelease(outcomePosition(), outcome.producerCode());
    }

    /** What is done between two batches, with all published. Before the thread starts. */
    public void betweenBatches(Runnable value) {
        betweenBatches = value;
    }

    /** Goes on behind what was recovered. Before the thread starts. */
    public void startAt(long recovered) {
        position = recovered;
    }

    /** Several block updates at once, unless somebody is to be told of each. */
    private int applyBlocks(ProducerLane from, LaneCommand first, int limit) {
        ChainEntry chain = chain(first.chainIndex());
        if (chain == null || changes.isListening() || log != null) {
            apply(from, first);
            return 1;
        }
        long[] words = first.run();
        int runFrom = first.runFrom();
        int runTo = first.runTo(limit);
        long last = state.lastProcessedBlock(chain);
        int next = runFrom;
        while (next < runTo
                && BlockWord.isSameChain(words[next], words[runFrom])
                && BlockWord.blockNumber(words[next]) > last) {
            last = BlockWord.blockNumber(words[next]);
            next++;
        }
        if (next == runFrom) {
            apply(from, first);
            return 1;
        }
        probe.at(WriterStep.BEFORE_APPLY);
        // What happens in between nobody sees.
        state.setLastProcessedBlock(chain, last, outcome);
        probe.at(WriterStep.AFTER_APPLY);
        int count = next - runFrom;
        from.outcomesRelease(position + 1, count, OK);
        position += count;
        return count;
    }

    /** Applies a command of the shared lane. */
    private void apply(LaneCommand command, Write<?> write, Completion<?> completion) {
        if (command.opcode() == Opcode.BARRIER) {
            outcome.begin(false);
            outcome.nothing();
        } else {
            applyOne(command, write, true);
        }
        if (completion != null) {
            completion.record(outcomePosition(), outcome);
            completions[completionCount++] = completion;
        }
    }

    /** One that found no room on the disk has none. */
    private long outcomePosition() {
        return outcome.hasPosition() ? position : 0;
    }

    private void applyOne(LaneCommand command, Write<?> write, boolean wantsResult) {
        probe.at(WriterStep.BEFORE_APPLY);
        outcome.begin(wantsResult);
        if (command.isBlockByHandle()) {
            applyBlock(command);
        } else {
            applyWords(command, write);
        }
        if (outcome.isRefused()) {
            counters.refused();
        }
    }

    private void applyBlock(LaneCommand command) {
        int index = command.chainIndex();
        long number = command.blockNumber();
        ChainEntry chain = chain(index);
        if (chain == null || log != null) {
            EncodedChain handle = handles.chain(index);
            blockWords.clear();
            CommandWords.addBlockNumber(number, handle, blockWords);
            int opcode = Opcode.SET_LAST_PROCESSED_BLOCK;
            if (!hasRoom(blockWords.count())) {
                return;
            }
            log(opcode, 0, command.timeMs(), blockWords.words(), 0, blockWords.count());
            state.apply(opcode, 0, blockWords.words(), 0, command.timeMs(), null, outcome);
            logOutcome();
        } else {
            state.setLastProcessedBlock(chain, number, outcome);
        }
        probe.at(WriterStep.AFTER_APPLY);
        position++;
        if (outcome.isChanged() && changes.isListening()) {
            Chain of = handles.chain(index).chain();
            changes.stage(position, command.timeMs(), of, number);
        }
    }

    private void applyWords(LaneCommand command, Write<?> write) {
        int opcode = command.opcode();
        int argument = command.argument();
        long timeMs = command.timeMs();
        if (!hasRoom(command.wordCount())) {
            return;
        }
        log(opcode, argument, timeMs, command.words(), command.wordsAt(), command.wordCount());
        state.apply(opcode, argument, command.words(), command.wordsAt(), timeMs, write, outcome);
        logOutcome();
        probe.at(WriterStep.AFTER_APPLY);
        position++;
        if (outcome.isChanged() && changes.isListening()) {
            // A listener is told of objects.
            Write<?> told =
                    write == null
                            ? CommandWords.decode(
                                    opcode, argument, command.words(), command.wordsAt())
                            : write;
            changes.stage(position, timeMs, told, outcome.reference());
        }
    }

    /** Whether a command can be stored. One that cannot is refused, and takes no position. */
    private boolean hasRoom(int wordCount) {
        boolean hasRoom = log == null || log.reserve(wordCount);
        if (!hasRoom) {
            outcome.storageFull();
        }
        return hasRoom;
    }

    private void logOutcome() {
        if (log != null) {
            log.outcome(outcome.recordedCode());
        }
    }

    private void log(int opcode, int argument, long timeMs, long[] words, int at, int wordCount) {
        if (log != null) {
            log.append(position + 1, opcode, argument, timeMs, words, at, wordCount);
        }
    }

    /** The chain of a handle, or null while it is not there. */
    private ChainEntry chain(int index) {
        ChainEntry chain = index < chains.length ? chains[index] : null;
        return chain == null ? findChain(index) : chain;
    }

    private ChainEntry findChain(int index) {
        ChainEntry chain = state.findChain(handles.chain(index).words().words(), 0);
        if (chain != null) {
            if (index >= chains.length) {
                chains = Arrays.copyOf(chains, Math.max(index + 1, 2 * chains.length));
            }
            chains[index] = chain;
        }
        return chain;
    }

    private boolean isGivenUp() {
        return publication.isRetiredAcquire() || lifecycle.isStoppedAcquire();
    }

    private boolean publish() {
        if (log != null) {
            log.commit();
        }
        probe.at(WriterStep.BEFORE_PUBLISH);
        return publication.publish(position);
    }

    private void acknowledge() {
        settleBatch();
        completionCount = 0;
        probe.at(WriterStep.AFTER_ACKNOWLEDGE);
    }

    /**
     * The one ending of a failure: everybody who waits is told, whatever was published as done, all
     * else as failed.
     */
    private void fail(Throwable cause) {
        lifecycle.failRelease(cause);
        producers.close();
        lane.close();
        boolean published = publication.hasPublished(position);
        if (published) {
            settleBatch();
        } else if (log != null) {
            leaveBatchUnknown();
        }
        abandonAll();
        commandCount = 0;
        if (published) {
            // Last, because it may be what failed.
            changes.publish();
        }
    }

    /** Tells the outcomes of what is published to whoever was not told yet. */
    private void settleBatch() {
        producers.acknowledge();
        for (int i = 0; i < completionCount; i++) {
            Completion<?> untold = completions[i];
            // Forgotten first: should telling fail, it may be another command's by the next time.
            completions[i] = null;
            if (untold != null) {
                untold.settle();
            }
        }
    }

    /** It may be stored, or a part of it. */
    private void leaveBatchUnknown() {
        producers.leaveUnknown();
        for (int i = 0; i < completionCount; i++) {
            if (completions[i] != null) {
                completions[i].leaveUnknown();
            }
        }
    }

    /** Cuts off whoever was not told yet. */
    private void abandonAll() {
        for (int i = 0; i < completionCount; i++) {
            if (completions[i] != null) {
                completions[i].abandon();
            }
        }
        completionCount = 0;
        lane.abandon();
    }

    /** Takes what comes from producers. */
    private final class Applier implements CommandHandler {
        @Override
        public void onCommand(ProducerLane from, LaneCommand command) {
            apply(from, command);
        }

        @Override
        public int onBlocks(ProducerLane from, LaneCommand first, int limit) {
            return applyBlocks(from, first, limit);
        }
    }
}
