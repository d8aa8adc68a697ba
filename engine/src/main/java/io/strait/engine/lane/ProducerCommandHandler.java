package io.strait.engine.lane;

/** Takes the commands of producers' lanes, one at a time, in the order of each lane. */
@FunctionalInterface
public interface ProducerCommandHandler {
    /**
     * Takes one command; its slot is the lane's again once the batch is acknowledged.
     *
     * @param lane the lane that it came in
     * @param command the command
     */
    void onCommand(ProducerLane lane, ProducerCommand command);
}
