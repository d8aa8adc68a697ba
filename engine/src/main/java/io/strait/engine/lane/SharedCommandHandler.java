package io.strait.engine.lane;

import io.strait.api.write.Write;
import io.strait.engine.command.Completion;

/** Takes the commands of the shared lane, in order. Writer thread only. */
public interface SharedCommandHandler {
    /** Takes one command; its slots are the lane's again when this returns. */
    void onCommand(LaneCommand command, Write<?> write, Completion<?> completion);
}
