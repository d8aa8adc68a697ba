package io.strait.engine.lane;

import com.lmax.disruptor.EventPoller;
import io.strait.engine.command.Command;

/** Hands a lane's commands to the writer. For the writer thread only. */
public final class LanePoller {
    private final EventPoller<Command> poller;
    private final EventPoller.Handler<Command> handler;

    LanePoller(EventPoller<Command> poller, CommandHandler handler) {
        this.poller = poller;
        this.handler =
                (command, sequence, endOfBatch) -> {
                    boolean more = handler.onCommand(command);
                    command.clear();
                    return more;
                };
    }

    /** Hands over what is in the lane, until the handler wants no more. Allocates nothing. */
    public void poll() {
        try {
            poller.poll(handler);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a command handler throws no checked exceptions", e);
        }
    }
}
