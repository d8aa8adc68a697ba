package io.strait.model;

import static io.strait.model.CommandStreamPool.PAYLOADS;
import static io.strait.model.CommandStreamPool.PROCESSED_IDS;

import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.api.write.Write;

/** The writes about processed tasks. */
final class CommandStreamProcessed {
    private final CommandStreamDice dice;

    CommandStreamProcessed(CommandStreamDice dice) {
        this.dice = dice;
    }

    Write<?> beginTask() {
        return new BeginTask(dice.oneOf(PROCESSED_IDS));
    }

    Write<?> finishTask() {
        return new FinishTask(dice.oneOf(PROCESSED_IDS), dice.oneOf(PAYLOADS));
    }

    Write<?> abandonTask() {
        return new AbandonTask(dice.oneOf(PROCESSED_IDS));
    }

    Write<?> markTaskProcessed() {
        return new MarkTaskProcessed(dice.oneOf(PROCESSED_IDS));
    }
}
