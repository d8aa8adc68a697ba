package io.strait.engine.state;

import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.DeploymentWords;

/** The deployments; failed ones make room for new ones. */
final class DeploymentRules {
    private static final DeploymentStatus[] STATUSES = DeploymentStatus.values();

    private final int maxDeployments;
    private final RecordTable<Deployment> deployments;
    private final CellQueue failed;
    private final WordBuffer made = new WordBuffer(64);

    DeploymentRules(int maxDeployments, RecordTable<Deployment> deployments) {
        this.maxDeployments = maxDeployments;
        this.deployments = deployments;
        failed = deployments.newQueue();
    }

    void save(long[] words, int at, long timeMs, Write<?> write, Outcome outcome) {
        if (deployments.find(words, at) != Cells.NONE) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
            return;
        }
        if (deployments.size() == maxDeployments) {
            if (failed.size() == 0) {
                outcome.refused(Limit.MAX_DEPLOYMENTS, maxDeployments);
                return;
            }
            remove(failed.oldest());
        }
        made.add(words, at, DeploymentWords.INSTANCE.wordCount(words, at));
        DeploymentWords.startedAtMs(made.words(), 0, timeMs);
        Deployment object = write == null ? null : DeploymentWords.INSTANCE.decode(made.words(), 0);
        deployments.add(made.words(), 0, object);
        made.wipe();
        outcome.changed();
    }

    void updateStatus(int statusOrdinal, long[] words, int at, long timeMs, Outcome outcome) {
        int cell = deployments.findId(words, at);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
            return;
        }
        long[] last = deployments.words(cell);
        int lastAt = deployments.recordAt(cell);
        DeploymentStatus from = DeploymentWords.status(last, lastAt);
        DeploymentStatus to = STATUSES[statusOrdinal];
        if (!from.canBecome(to)) {
            outcome.refused(ResultCode.INVALID_TRANSITION, from.ordinal());
            return;
        }
        long completedAtMs =
                to == DeploymentStatus.DEPLOYING
                        ? DeploymentWords.completedAtMs(last, lastAt)
                        : timeMs;
        int errorAt = CommandWords.behindId(words, at);
        DeploymentWords.addWithStatus(
                last,
                lastAt,
                to,
                completedAtMs,
                words,
                errorAt + CommandWords.BYTES,
                (int) words[errorAt + CommandWords.LENGTH],
                made);
        Deployment next =
                outcome.wantsResult() ? DeploymentWords.INSTANCE.decode(made.words(), 0) : null;
        int moved = deployments.replace(cell, made.words(), 0, next);
        made.wipe();
        if (to == DeploymentStatus.FAILED) {
            failed.add(moved);
        }
        outcome.changed(next);
    }

    void delete(long[] words, int at, Outcome outcome) {
        int cell = deployments.findId(words, at);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else {
            remove(cell);
            outcome.changed();
        }
    }

    /** The failed ones in the order in which they failed. */
    CellQueue failed() {
        return failed;
    }

    private void remove(int cell) {
        long[] words = deployments.words(cell);
        if (DeploymentWords.status(words, deployments.recordAt(cell)) == DeploymentStatus.FAILED) {
            failed.remove(cell);
        }
        deployments.remove(cell);
    }
}
