package io.strait.engine.lane;

import io.strait.engine.command.Command;

/** Takes the commands of a lane, one at a time, in order. */
@FunctionalInterface
public interface CommandHandler {
    /**
     * Takes one command; its slot is the lane's again when this returns.
     *
     * @param command the command
     * @return false to take no more for now
     */
    boolean onCommand(Command command);
}
