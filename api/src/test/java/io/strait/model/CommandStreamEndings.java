package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.RefusedException;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies writes to a model, and counts how they end, and why. */
final class CommandStreamEndings {
    private static final Limits LIMITS = CommandStream.tightLimits();
    private static final long RETENTION_MS = LIMITS.processedTaskRetention().toMillis();

    private final ModelState state = new ModelState(LIMITS);
    private final Map<String, Integer> endings = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    /** How often each type of write ended in each way: "TYPE: ending". */
    Map<String, Integer> endings() {
        return endings;
    }

    /** How often a type of write ended in a way for a reason, or what else came of it. */
    Map<String, Integer> reasons() {
        return reasons;
    }

    void apply(Write<?> write, long timeMs) {
        String circumstance = circumstance(write, timeMs);
        String type = write.type() + ": ";
        String ending = ending(write, timeMs, type);
        endings.merge(type + ending, 1, Integer::sum);
        if (!circumstance.isEmpty()) {
            countReason(type + ending + " " + circumstance);
        }
    }

    private String ending(Write<?> write, long timeMs, String type) {
        try {
            countResult(type, state.apply(write, timeMs));
            return state.lastWriteChanged() ? "changed" : "unchanged";
        } catch (CapacityExceededException e) {
            return e.limit();
        } catch (RefusedException e) {
            return e.code().toString();
        }
    }

    private void countReason(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    /** What the write meets, as far as that decides what it brings about. */
    private String circumstance(Write<?> write, long timeMs) {
        if (write instanceof CommitBlock commit) {
            return ofCommit(commit);
        } else if (write instanceof SaveBlock save) {
            return historyIsFull(save.block()) ? "evicting" : "";
        } else if (write instanceof DeleteBlock delete) {
            return ofDelete(delete);
        } else if (write instanceof RollbackTo rollback) {
            return ofRollback(rollback);
        } else if (write instanceof UpdateTaskStatus update) {
            return update.status().isFinal() && finishedTasksAreFull() ? "evicting" : "";
        } else if (write instanceof SavePerformer save) {
            return state.executor()
                    .getPerformer(save.performer().id())
                    .map(old -> old.avs().equals(save.performer().avs()) ? "in place" : "moving")
                    .orElse("anew");
        } else if (write instanceof ReplacePerformer replace) {
            boolean same = replace.performerId().equals(replace.replacement().id());
            return same ? "by itself" : "by another";
        }
        return switch (write.type()) {
            case SAVE_DEPLOYMENT ->
                    isFull(state.executor().listDeployments(), LIMITS.maxDeployments());
            case BEGIN_TASK, FINISH_TASK, ABANDON_TASK, MARK_TASK_PROCESSED ->
                    ofProcessed(state.oldestAgeMs(write, timeMs));
            default -> "";
        };
    }

    private String ofCommit(CommitBlock commit) {
        AggregatorView view = state.aggregator();
        Block block = commit.block();
        long last = view.getLastProcessedBlock(block.chain());
        boolean stored = view.getBlock(block.chain(), block.number()).isPresent();
        if (block.number() <= last) {
            return "again";
        } else if (stored) {
            return "on stored";
        } else if (commit.pruneBelow() > 0) {
            return "pruning";
        } else if (historyIsFull(block)) {
            return "evicting";
        }
        return commit.tasks().isEmpty() ? "alone" : "with tasks";
    }

    private String ofDelete(DeleteBlock delete) {
        AggregatorView view = state.aggregator();
        List<Block> blocks = view.listBlocks(delete.chain());
        if (view.getLastProcessedBlock(delete.chain()) != delete.blockNumber()) {
            return "of another than the last";
        }
        return !blocks.isEmpty() && blocks.get(0).number() == delete.blockNumber()
                ? "of the last and lowest"
                : "of the last but not lowest";
    }

    private String ofRollback(RollbackTo rollback) {
        AggregatorView view = state.aggregator();
        if (!view.listChains().contains(rollback.chain())) {
            return "of unknown chain";
        }
        List<Block> blocks = view.listBlocks(rollback.chain());
        if (blocks.isEmpty()) {
            return "without blocks";
        }
        return blocks.get(0).number() > rollback.ancestorNumber()
                ? "below all blocks"
                : "among blocks";
    }

    private String ofProcessed(long oldest) {
        List<ProcessedTask> tasks = state.executor().listProcessedTasks();
        if (oldest == RETENTION_MS) {
            return "at the edge of retention";
        }
        return oldest > RETENTION_MS
                ? "beyond retention"
                : isFull(tasks, LIMITS.maxProcessedTasks());
    }

    private boolean historyIsFull(Block block) {
        AggregatorView view = state.aggregator();
        return view.listBlocks(block.chain()).size() == LIMITS.blockHistoryPerChain()
                && view.getBlock(block.chain(), block.number()).isEmpty();
    }

    private boolean finishedTasksAreFull() {
        AggregatorView view = state.aggregator();
        int finished = view.countTasks(TaskStatus.COMPLETED) + view.countTasks(TaskStatus.FAILED);
        return finished == LIMITS.maxFinishedTasks();
    }

    private static String isFull(Collection<?> things, int max) {
        return things.size() == max ? "when full" : "";
    }

    private void countResult(String type, Object result) {
        if (result instanceof TaskBegin begin) {
            countReason(type + begin.standing());
        } else if (result instanceof List<?> requeued && requeued.size() > 1) {
            countReason(type + "of several");
        } else if (result instanceof Rollback rollback) {
            countReason(type + "dropping " + Math.min(3, rollback.blocks().size()) + " blocks");
            countReason(type + "dropping " + Math.min(2, rollback.tasks().size()) + " tasks");
        } else if (result instanceof TaskRecord updated) {
            countReason(type + updated.status());
        }
    }
}
