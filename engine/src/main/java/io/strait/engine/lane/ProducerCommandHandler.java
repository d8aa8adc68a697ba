package io.strait.engine.lane;

/** Takes the commands of producers' lanes, in the order of each lane. */
public interface ProducerCommandHandler {
    /**
     * Takes one command; its slot is the lane's again once the batch is acknowledged.
     *
     * @param lane the lane that it came in
     * @param command the command
     */
    void onCommand(ProducerLane lane, ProducerCommand command);

    /**
     * Takes a block update in one word, and as many of those behind it as can be done with it.
     *
     * @param lane the lane that they came in
     * @param first the first of them
     * @param limit how many may be taken
     * @return how many were, at least one
     */
    int onBlocks(ProducerLane lane, ProducerCommand first, int limit);
}
