package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Performer;
import io.strait.api.error.ResultCode;
import io.strait.api.internal.Hash64;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.FlatRecords;

/** The performers, all of them and by AVS. */
final class PerformerRules {
    private static final String PERFORMER_ID = "performerId";

    private final int maxPerformers;
    private final FlatRecords<Performer> performers;

    PerformerRules(Limits limits, FlatMemory memory) {
        this.maxPerformers = limits.maxPerformers();
        this.performers = memory.newPerformers();
    }

    void save(Performer performer, Outcome outcome) {
        int cell = find(performer.id());
        if (cell != FlatRecords.NONE) {
            performers.replace(cell, performer);
        } else if (performers.size() == maxPerformers) {
            outcome.refused(Refusal.capacityExceeded("maxPerformers", maxPerformers));
            return;
        } else {
            performers.add(performer);
        }
        outcome.changed();
    }

    /** The same of a performer that comes as words; a refusal is a code alone. */
    void save(long[] words, int at, Outcome outcome) {
        int cell = performers.find(words, at);
        if (cell != FlatRecords.NONE) {
            performers.replace(cell, words, at);
        } else if (performers.size() == maxPerformers) {
            outcome.refused(ResultCode.CAPACITY_EXCEEDED);
            return;
        } else {
            performers.add(words, at);
        }
        outcome.changed();
    }

    void delete(DeletePerformer write, Outcome outcome) {
        int cell = find(write.performerId());
        if (cell == FlatRecords.NONE) {
            outcome.refused(Refusal.notFound(PERFORMER_ID, write.performerId()));
            return;
        }
        performers.remove(cell);
        outcome.changed();
    }

    void replace(ReplacePerformer write, Outcome outcome) {
        Performer replacement = write.replacement();
        int cell = find(write.performerId());
        if (cell == FlatRecords.NONE) {
            outcome.refused(Refusal.notFound(PERFORMER_ID, write.performerId()));
            return;
        }
        if (write.performerId().equals(replacement.id())) {
            performers.replace(cell, replacement);
        } else if (find(replacement.id()) != FlatRecords.NONE) {
            outcome.refused(Refusal.alreadyExists(PERFORMER_ID, replacement.id()));
            return;
        } else {
            performers.remove(cell);
            performers.add(replacement);
        }
        outcome.changed();
    }

    private int find(String id) {
        return performers.find(Hash64.of(id), id);
    }
}
