package io.strait.engine.lane;

/** Takes block updates as the writer does, a run at a time, and adds up their numbers. */
final class AppliedBlocks implements CommandHandler {
    private long nextPosition;
    private long sum;

    AppliedBlocks(long firstPosition) {
        nextPosition = firstPosition;
    }

    long sum() {
        return sum;
    }

    @Override
    public void onCommand(ProducerLane from, LaneCommand command) {
        throw new IllegalStateException("no block update in one word: " + command.opcode());
    }

    @Override
    public int onBlocks(ProducerLane from, LaneCommand first, int limit) {
        int end = first.runTo(limit);
        for (int i = first.runFrom(); i < end; i++) {
            sum += BlockWord.blockNumber(first.run()[i]);
        }
        int count = end - first.runFrom();
        from.outcomesRelease(nextPosition, count, 0);
        nextPosition += count;
        return count;
    }
}
