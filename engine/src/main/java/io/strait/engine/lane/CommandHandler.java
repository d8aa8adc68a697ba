package io.strait.engine.lane;

/** Takes the commands of producers' lanes, in the order of each lane. Writer thread only. */
public interface CommandHandler {
    /** Takes one command; its slots are the lane's again once the batch is acknowledged. */
    void onCommand(ProducerLane lane, LaneCommand command);

    /** Takes a block update in one word, and as many of those behind it as can be done with it. */
    int onBlocks(ProducerLane lane, LaneCommand first, int limit);
}
