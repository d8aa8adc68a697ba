package io.strait.engine.state;

import io.strait.api.domain.Performer;
import io.strait.api.error.ResultCode;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.Write;
import io.strait.engine.arena.Cells;
import io.strait.engine.record.CommandWords;

/** The rule of performers that is not one of {@link RecordRules}. */
final class PerformerRules {
    private final RecordTable<Performer> performers;

    PerformerRules(RecordTable<Performer> performers) {
        this.performers = performers;
    }

    void replace(long[] words, int at, Write<?> write, Outcome outcome) {
        int cell = performers.findId(words, at);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
            return;
        }
        int replacementAt = CommandWords.behindId(words, at);
        int other = performers.find(words, replacementAt);
        Performer object = write == null ? null : ((ReplacePerformer) write).replacement();
        if (other == cell) {
            performers.replace(cell, words, replacementAt, object);
        } else if (other != Cells.NONE) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
            return;
        } else {
            performers.remove(cell);
            performers.add(words, replacementAt, object);
        }
        outcome.changed();
    }
}
