package io.strait.engine;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.checkpoint.Checkpointer;
import io.strait.engine.journal.SegmentSupply;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.writer.AgentWait;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NoOpIdleStrategy;

/** Starts the engine's agents on threads from the user's factory. */
final class EngineThreads {
    private EngineThreads() {}

    static void start(EngineParts parts) {
        try {
            if (parts.listener != null) {
                Agent listener = parts.listener.forOwnThread();
                Thread thread =
                        newThread(parts.config, listener, NoOpIdleStrategy.INSTANCE, t -> {});
                parts.lifecycle.startListenerThread(thread);
                thread.start();
            }
            if (parts.journal != null) {
                startMaker(parts);
                startCheckpointer(parts);
            }
            Thread writer =
                    newThread(
                            parts.config,
                            parts.writer,
                            parts.writerWait,
                            parts.lifecycle::failRelease);
            parts.lifecycle.startWriterThread(writer, parts.writer::onClose);
            if (Lifecycle.isVirtual(writer)) {
                parts.writerIsVirtual();
            }
            writer.start();
        } catch (Throwable t) {
            // Nothing of an engine that did not open stays behind.
            parts.producers.close();
            parts.lane.close();
            try {
                if (parts.listener != null) {
                    parts.listener.closeNow();
                }
            } finally {
                if (parts.journal != null) {
                    parts.journal.close();
                }
            }
            throw t;
        }
    }

    private static void startMaker(EngineParts parts) {
        SegmentSupply supply = parts.journal.supply();
        AgentWait wait = sleepyWait(supply::hasWork);
        Agent agent = new DirectoryAgent("journal", supply::isClosed, supply::make);
        Thread thread = newThread(parts.config, agent, wait, t -> {});
        supply.madeBy(thread, wait::signal);
        thread.start();
    }

    private static void startCheckpointer(EngineParts parts) {
        Checkpointer checkpointer = parts.checkpointer;
        AgentWait wait = sleepyWait(checkpointer::hasWork);
        Agent agent = new DirectoryAgent("checkpoint", checkpointer::isClosed, checkpointer::work);
        checkpointer.wakeWith(parts.writerWait::signal, wait::signal);
        newThread(parts.config, agent, wait, t -> {}).start();
    }

    private static AgentWait sleepyWait(BooleanSupplier hasWork) {
        AgentWait wait = AgentWait.of(WaitPreset.LOWEST_CPU);
        wait.lookForWorkWith(hasWork);
        return wait;
    }

    private static Thread newThread(
            StraitConfig config,
            Agent agent,
            IdleStrategy idleStrategy,
            Consumer<Throwable> onFailure) {
        AgentThread run = new AgentThread(agent, idleStrategy, onFailure);
        Thread thread = config.threadFactory().newThread(run);
        if (thread == null) {
            throw new InvalidArgumentException(
                    "threadFactory", config.threadFactory(), "made no thread");
        }
        thread.setName("strait-" + config.name() + "-" + agent.roleName());
        return thread;
    }
}
