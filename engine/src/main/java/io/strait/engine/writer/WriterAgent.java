package io.strait.engine.writer;

import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.engine.change.ChangeFeed;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.WriteDecoder;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.command.Command;
import io.strait.engine.command.Completion;
import io.strait.engine.command.Opcode;
import io.strait.engine.command.Outcome;
import io.strait.engine.lane.LanePoller;
import io.strait.engine.lane.ProducerCommand;
import io.strait.engine.lane.ProducerCommandHandler;
import io.strait.engine.lane.ProducerLane;
import io.strait.engine.lane.ProducerLanes;
import io.strait.engine.lane.SharedLane;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.snapshot.Publication;
import io.strait.engine.state.State;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The writer: drains the lane, applies each command to the state, publishes once per batch, and
 * then tells those who wait. Whatever it throws on the way ends the engine: nothing more is
 * applied, everybody who waits is told, and the last published state stays.
 */
public final class WriterAgent implements Agent {
    private static final int OK = ResultCode.OK.code();

    private final SharedLane lane;
    private final ProducerLanes producers;
    private final ChainHandles chains;
    private final WriteDecoder decoder;
    private final State state;
    private final Publication publication;
    private final ChangeFeed changes;
    private final Lifecycle lifecycle;
    private final WriterCounters counters;
    private final WriterProbe probe;
    private final int maxBatch;
    private final LanePoller poller;
    private final ProducerCommandHandler producerHandler = new Applier();
    private final LanePoller abandoner;
    private final Outcome outcome = new Outcome();
    private final ProducerPause producerPause = new ProducerPause();
    private final Completion<?>[] completions;
    private final AgentTerminationException ended = new AgentTerminationException();
    private long turn;
    private int commandCount;
    private int completionCount;
    private long position;

    /**
     * Whether the last look found everything done and nothing more taken. What a producer hands in
     * after that, because it had found its lane open before, is never applied.
     */
    private boolean drained;

    /**
     * A writer, to be run by one thread.
     *
     * @param lane where commands of any thread come from
     * @param producers where those of producers come from
     * @param codebook how to read what producers hand in
     * @param state what they are applied to; the writer's alone from now on
     * @param publication where the state is published
     * @param changes who is told of changes
     * @param lifecycle the engine's
     * @param counters what to count in
     * @param probe called at each step
     * @param maxBatch how many commands to apply before publishing
     */
    public WriterAgent(
            SharedLane lane,
            ProducerLanes producers,
            Codebook codebook,
            State state,
            Publication publication,
            ChangeFeed changes,
            Lifecycle lifecycle,
            WriterCounters counters,
            WriterProbe probe,
            int maxBatch) {
        this.lane = lane;
        this.producers = producers;
        this.chains = codebook.chains();
        this.decoder = new WriteDecoder(codebook);
        this.state = state;
        this.publication = publication;
        this.changes = changes;
        this.lifecycle = lifecycle;
        this.counters = counters;
        this.probe = probe;
        this.maxBatch = maxBatch;
        this.poller = lane.pollerTo(this::apply);
        this.abandoner = lane.pollerTo(WriterAgent::abandon);
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
                fail(t);
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
            } else if (!drained && !isDrained()) {
                fail(new IllegalStateException("the writer thread was stopped from outside"));
            }
        } finally {
            lifecycle.writerGone();
        }
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
        commandCount = 0;
        if (published) {
            counters.batchPublished(System.nanoTime());
        }
        producerPause.endBatch(count);
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
            poller.poll();
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
        if (isDrained()) {
            drained = true;
            throw ended;
        }
        return 0;
    }

    /**
     * The lane first: it is closed last, so who finds it closed finds the producers' closed too.
     */
    private boolean isDrained() {
        return lane.isDrained() && producers.isEmpty();
    }

    private void apply(ProducerLane from, ProducerCommand command) {
        probe.at(WriterStep.BEFORE_APPLY);
        applyOne(from, command);
    }

    private void applyOne(ProducerLane from, ProducerCommand command) {
        if (command.opcode() == Opcode.SET_LAST_PROCESSED_BLOCK) {
            setLastProcessedBlock(command);
        } else {
            applyWords(command);
        }
        if (outcome.isRefused()) {
            counters.refused();
        }
        from.outcomeRelease(position, outcome.producerCode());
    }

    /** Several at once, unless a listener is to be told of each. */
    private int applyBlocks(ProducerLane from, ProducerCommand first, int limit) {
        if (changes.isListening()) {
            apply(from, first);
            return 1;
        }
        probe.at(WriterStep.BEFORE_APPLY);
        int count =
                state.advanceLastProcessedBlock(first.words(), first.runFrom(), first.runTo(limit));
        if (count == 0) {
            applyOne(from, first);
            return 1;
        }
        probe.at(WriterStep.AFTER_APPLY);
        from.outcomesRelease(position + 1, count, OK);
        position += count;
        return count;
    }

    private void setLastProcessedBlock(ProducerCommand command) {
        int chainIndex = command.chainIndex();
        Chain chain = chains.chain(chainIndex);
        state.setLastProcessedBlock(chain, chainIndex, command.blockNumber(), outcome);
        probe.at(WriterStep.AFTER_APPLY);
        position++;
        if (outcome.isChanged()) {
            changes.stage(position, command.blockTimeMs(), chain, command.blockNumber());
        }
    }

    private void applyWords(ProducerCommand command) {
        if (changes.isListening()
                || !state.apply(
                        command.opcode(),
                        command.argument(),
                        command.words(),
                        command.wordsAt(),
                        command.timeMs(),
                        outcome)) {
            applyDecoded(command);
        } else {
            probe.at(WriterStep.AFTER_APPLY);
            position++;
        }
    }

    /** A listener is told of objects, so there the write becomes one, and its result. */
    private void applyDecoded(ProducerCommand command) {
        Write<?> write =
                decoder.decode(
                        command.opcode(), command.argument(), command.words(), command.wordsAt());
        state.apply(write, command.timeMs(), outcome);
        probe.at(WriterStep.AFTER_APPLY);
        position++;
        if (outcome.isChanged()) {
            changes.stage(position, command.timeMs(), write, outcome.value());
        }
    }

    private boolean apply(Command command) {
        Completion<?> completion = command.completion();
        if (!command.isBarrier()) {
            probe.at(WriterStep.BEFORE_APPLY);
            state.apply(command, outcome);
            probe.at(WriterStep.AFTER_APPLY);
            position++;
            if (outcome.isChanged()) {
                stage(command);
            } else if (outcome.isRefused()) {
                counters.refused();
            }
        } else {
            outcome.unchanged();
        }
        if (completion != null) {
            completion.record(position, outcome);
            completions[completionCount++] = completion;
        }
        return ++commandCount < maxBatch;
    }

    private void stage(Command command) {
        if (command.chain() != null) {
            changes.stage(position, command.timeMs(), command.chain(), command.blockNumber());
        } else {
            changes.stage(position, command.timeMs(), command.write(), outcome.value());
        }
    }

    private boolean isGivenUp() {
        return publication.isRetiredAcquire() || lifecycle.isStoppedAcquire();
    }

    private boolean publish() {
        probe.at(WriterStep.BEFORE_PUBLISH);
        return publication.publish(position, state.takeImage(), state.headUpdates());
    }

    private void acknowledge() {
        producers.acknowledge();
        for (int i = 0; i < completionCount; i++) {
            completions[i].settle();
            completions[i] = null;
        }
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
        }
        abandonAll();
        if (published) {
            // Last, because it may be what failed.
            changes.publish();
        }
    }

    private void settleBatch() {
        producers.acknowledge();
        for (int i = 0; i < completionCount; i++) {
            if (completions[i] != null) {
                completions[i].settle();
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
        abandoner.poll();
    }

    /** Takes what comes from producers. */
    private final class Applier implements ProducerCommandHandler {
        @Override
        public void onCommand(ProducerLane from, ProducerCommand command) {
            apply(from, command);
        }

        @Override
        public int onBlocks(ProducerLane from, ProducerCommand first, int limit) {
            return applyBlocks(from, first, limit);
        }
    }

    private static boolean abandon(Command command) {
        Completion<?> completion = command.completion();
        if (completion != null) {
            completion.abandon();
        }
        return true;
    }
}
