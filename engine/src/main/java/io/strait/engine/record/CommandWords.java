package io.strait.engine.record;

import io.strait.api.ExpiredTasks;
import io.strait.api.ParentCheck;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.Lease;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.ForgetChain;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.ResetChain;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordId;
import io.strait.engine.bytes.WordReader;
import io.strait.engine.bytes.Words;
import java.util.Arrays;

/**
 * The words of each command, behind its opcode, its argument and its time. An <i>id</i> is its
 * length in bytes, and its bytes; a <i>chain</i> is as {@link EncodedChain} says; a <i>task</i> is
 * as {@link TaskWords} says.
 *
 * <pre>
 *   SET_LAST_PROCESSED_BLOCK, DELETE_BLOCK, ROLLBACK_TO   block number, chain
 *   SAVE_BLOCK, RESET_CHAIN                               chain, block
 *   FORGET_CHAIN                                          chain
 *   COMMIT_BLOCK (tasks, parent by hash)                  prune below, chain, block, each task
 *   SAVE_TASK                                             task
 *   UPDATE_TASK_STATUS (status), DELETE_TASK              id
 *   CLAIM_NEXT_TASK (address's code, lease from the
 *     claim on, takes expired tasks)                      lease, ms; the address's bytes
 *   REQUEUE_EXPIRED_LEASES (most tasks)                   now, ms
 *   SAVE_OPERATOR_SET_CONFIG, SAVE_AVS_CONFIG, SAVE_PERFORMER,
 *   SAVE_INFLIGHT_TASK, SAVE_DEPLOYMENT                   record
 *   REPLACE_PERFORMER                                     id; record
 *   UPDATE_DEPLOYMENT_STATUS (status)                     id; bytes of the error; the error
 *   FINISH_TASK                                           id; bytes of the result; the result
 *   DELETE_PERFORMER, DELETE_INFLIGHT_TASK, DELETE_DEPLOYMENT,
 *   BEGIN_TASK, ABANDON_TASK, MARK_TASK_PROCESSED         id
 * </pre>
 */
public final class CommandWords {
    /** The number with which a command that names one begins: a block's. */
    public static final int BLOCK_NUMBER = 0;

    /** The chain behind a block's number. */
    public static final int CHAIN = 1;

    /** Of a commit. Its chain is where that of others is. */
    public static final int PRUNE_BELOW = 0;

    /** Of a claim, and of a look for leases that have expired: the moment, or how long. */
    public static final int MOMENT_MS = 0;

    /** Of a claim: the address's bytes. */
    public static final int ADDRESS = 1;

    /** Of a claim's argument, beside the address's code: the lease counts from the claim on. */
    public static final int LEASE_FROM_CLAIM = 1 << AddressWords.CODE_BITS;

    /** The same: tasks whose deadline has passed are taken, too. */
    public static final int TAKES_EXPIRED = LEASE_FROM_CLAIM << 1;

    /** Of a commit's argument, beside the number of tasks: the parent is checked by hash. */
    private static final int PARENT_BY_HASH = Integer.MIN_VALUE;

    /** The parts of an id. */
    public static final int ID_LENGTH = 0;

    public static final int ID = WordId.ID_AT;

    /** Bytes, and how many they are before them. */
    public static final int LENGTH = 0;

    public static final int BYTES = 1;

    private static final TaskStatus[] TASK_STATUSES = TaskStatus.values();
    private static final DeploymentStatus[] DEPLOYMENT_STATUSES = DeploymentStatus.values();

    private CommandWords() {}

    /** Adds the words of a write and returns the argument that goes with its opcode. */
    public static int add(Write<?> write, WordBuffer target) {
        switch (write.type()) {
            case SET_LAST_PROCESSED_BLOCK -> {
                SetLastProcessedBlock update = (SetLastProcessedBlock) write;
                addBlockNumber(update.blockNumber(), update.chain(), target);
            }
            case DELETE_BLOCK -> {
                DeleteBlock delete = (DeleteBlock) write;
                addBlockNumber(delete.blockNumber(), delete.chain(), target);
            }
            case ROLLBACK_TO -> {
                RollbackTo rollback = (RollbackTo) write;
                addBlockNumber(rollback.ancestorNumber(), rollback.chain(), target);
            }
            case SAVE_BLOCK -> addBlock(((SaveBlock) write).block(), target);
            case RESET_CHAIN -> addBlock(((ResetChain) write).block(), target);
            case FORGET_CHAIN -> EncodedChain.add(((ForgetChain) write).chain(), target);
            case COMMIT_BLOCK -> {
                return addCommit((CommitBlock) write, target);
            }
            case SAVE_TASK -> TaskWords.add(((SaveTask) write).task(), target);
            case UPDATE_TASK_STATUS -> {
                addId(((UpdateTaskStatus) write).taskId(), target);
                return ((UpdateTaskStatus) write).status().ordinal();
            }
            case DELETE_TASK -> addId(((DeleteTask) write).taskId(), target);
            case CLAIM_NEXT_TASK -> {
                ClaimNextTask claim = (ClaimNextTask) write;
                target.add(claim.lease().ms());
                return AddressWords.add(claim.avs(), target)
                        | (claim.lease().fromClaim() ? LEASE_FROM_CLAIM : 0)
                        | (claim.expired() == ExpiredTasks.TAKE ? TAKES_EXPIRED : 0);
            }
            case REQUEUE_EXPIRED_LEASES -> {
                RequeueExpiredLeases requeue = (RequeueExpiredLeases) write;
                target.add(requeue.nowMs());
                return requeue.maxTasks();
            }
            case SAVE_OPERATOR_SET_CONFIG ->
                    OperatorSetConfigWords.add(((SaveOperatorSetConfig) write).config(), target);
            case SAVE_AVS_CONFIG -> AvsConfigWords.add(((SaveAvsConfig) write).config(), target);
            case SAVE_PERFORMER -> PerformerWords.add(((SavePerformer) write).performer(), target);
            case DELETE_PERFORMER -> addId(((DeletePerformer) write).performerId(), target);
            case REPLACE_PERFORMER -> {
                addId(((ReplacePerformer) write).performerId(), target);
                PerformerWords.add(((ReplacePerformer) write).replacement(), target);
            }
            case SAVE_INFLIGHT_TASK ->
                    InflightTaskWords.add(((SaveInflightTask) write).task(), target);
            case DELETE_INFLIGHT_TASK -> addId(((DeleteInflightTask) write).taskId(), target);
            case SAVE_DEPLOYMENT -> DeploymentWords.add(((SaveDeployment) write).request(), target);
            case UPDATE_DEPLOYMENT_STATUS -> {
                UpdateDeploymentStatus update = (UpdateDeploymentStatus) write;
                addId(update.deploymentId(), target);
                int lengthAt = target.count();
                target.add(0);
                int byteCount = target.addText("error", update.error());
                target.words()[lengthAt] = byteCount;
                return update.status().ordinal();
            }
            case DELETE_DEPLOYMENT -> addId(((DeleteDeployment) write).deploymentId(), target);
            case BEGIN_TASK -> addId(((BeginTask) write).taskId(), target);
            case FINISH_TASK -> {
                addId(((FinishTask) write).taskId(), target);
                target.add(((FinishTask) write).result().length());
                target.add(((FinishTask) write).result());
            }
            case ABANDON_TASK -> addId(((AbandonTask) write).taskId(), target);
            case MARK_TASK_PROCESSED -> addId(((MarkTaskProcessed) write).taskId(), target);
        }
        return 0;
    }

    /** Makes a write of a command's words; allocates it. */
    public static Write<?> decode(int opcode, int argument, long[] words, int at) {
        return switch (opcode) {
            case Opcode.SET_LAST_PROCESSED_BLOCK ->
                    new SetLastProcessedBlock(
                            EncodedChain.decode(words, at + CHAIN), words[at + BLOCK_NUMBER]);
            case Opcode.SAVE_BLOCK -> new SaveBlock(decodeBlock(words, at));
            case Opcode.RESET_CHAIN -> new ResetChain(decodeBlock(words, at));
            case Opcode.FORGET_CHAIN -> new ForgetChain(EncodedChain.decode(words, at));
            case Opcode.DELETE_BLOCK ->
                    new DeleteBlock(
                            EncodedChain.decode(words, at + CHAIN), words[at + BLOCK_NUMBER]);
            case Opcode.COMMIT_BLOCK -> decodeCommit(argument, words, at);
            case Opcode.ROLLBACK_TO ->
                    new RollbackTo(
                            EncodedChain.decode(words, at + CHAIN), words[at + BLOCK_NUMBER]);
            case Opcode.SAVE_TASK -> new SaveTask(TaskWords.decode(words, at));
            case Opcode.UPDATE_TASK_STATUS ->
                    new UpdateTaskStatus(id(words, at), TASK_STATUSES[argument]);
            case Opcode.DELETE_TASK -> new DeleteTask(id(words, at));
            case Opcode.CLAIM_NEXT_TASK ->
                    new ClaimNextTask(
                            AddressWords.decode(words, at + ADDRESS, addressCode(argument)),
                            new Lease(words[at + MOMENT_MS], (argument & LEASE_FROM_CLAIM) != 0),
                            (argument & TAKES_EXPIRED) != 0
                                    ? ExpiredTasks.TAKE
                                    : ExpiredTasks.SKIP);
            case Opcode.REQUEUE_EXPIRED_LEASES ->
                    new RequeueExpiredLeases(words[at + MOMENT_MS], argument);
            case Opcode.SAVE_OPERATOR_SET_CONFIG ->
                    new SaveOperatorSetConfig(OperatorSetConfigWords.INSTANCE.decode(words, at));
            case Opcode.SAVE_AVS_CONFIG ->
                    new SaveAvsConfig(AvsConfigWords.INSTANCE.decode(words, at));
            case Opcode.SAVE_PERFORMER ->
                    new SavePerformer(PerformerWords.INSTANCE.decode(words, at));
            case Opcode.DELETE_PERFORMER -> new DeletePerformer(id(words, at));
            case Opcode.REPLACE_PERFORMER ->
                    new ReplacePerformer(
                            id(words, at),
                            PerformerWords.INSTANCE.decode(words, behindId(words, at)));
            case Opcode.SAVE_INFLIGHT_TASK ->
                    new SaveInflightTask(InflightTaskWords.INSTANCE.decode(words, at));
            case Opcode.DELETE_INFLIGHT_TASK -> new DeleteInflightTask(id(words, at));
            case Opcode.SAVE_DEPLOYMENT ->
                    new SaveDeployment(DeploymentWords.INSTANCE.decode(words, at).request());
            case Opcode.UPDATE_DEPLOYMENT_STATUS ->
                    new UpdateDeploymentStatus(
                            id(words, at),
                            DEPLOYMENT_STATUSES[argument],
                            behind(words, at).text((int) words[behindId(words, at) + LENGTH]));
            case Opcode.DELETE_DEPLOYMENT -> new DeleteDeployment(id(words, at));
            case Opcode.BEGIN_TASK -> new BeginTask(id(words, at));
            case Opcode.FINISH_TASK -> {
                int resultAt = behindId(words, at);
                yield new FinishTask(
                        id(words, at),
                        Words.bytes(words, resultAt + BYTES, (int) words[resultAt + LENGTH]));
            }
            case Opcode.ABANDON_TASK -> new AbandonTask(id(words, at));
            case Opcode.MARK_TASK_PROCESSED -> new MarkTaskProcessed(id(words, at));
            default -> throw new IllegalStateException("no write has the opcode " + opcode);
        };
    }

    /** The argument of a commit. */
    public static int commitArgument(int taskCount, ParentCheck parentCheck) {
        return parentCheck == ParentCheck.BY_HASH ? taskCount | PARENT_BY_HASH : taskCount;
    }

    /** How many tasks a commit has. */
    public static int taskCount(int argument) {
        return argument & ~PARENT_BY_HASH;
    }

    /** How a commit's parent is checked. */
    public static ParentCheck parentCheck(int argument) {
        return (argument & PARENT_BY_HASH) != 0 ? ParentCheck.BY_HASH : ParentCheck.BY_NUMBER;
    }

    /** Adds the number of a block, and its chain. */
    public static void addBlockNumber(long number, Chain chain, WordBuffer target) {
        target.add(number);
        EncodedChain.add(chain, target);
    }

    /** The same of a chain that is encoded. */
    public static void addBlockNumber(long number, EncodedChain chain, WordBuffer target) {
        target.add(number);
        target.add(chain.words());
    }

    /** The code of the address in a claim's argument. */
    public static int addressCode(int argument) {
        return argument & LEASE_FROM_CLAIM - 1;
    }

    /** Where what comes behind a command's id begins. */
    public static int behindId(long[] words, int at) {
        return at + ID + Words.wordCount((int) words[at + ID_LENGTH]);
    }

    /** Where what comes behind a command's task begins. */
    public static int behindTask(long[] words, int at) {
        return at + TaskWords.wordCount(words[at + TaskWords.LENGTHS]);
    }

    /** A command's id as a text; allocates it. */
    public static String id(long[] words, int at) {
        return Words.toText(words, at + ID, (int) words[at + ID_LENGTH]);
    }

    private static WordReader behind(long[] words, int at) {
        return new WordReader().start(words, behindId(words, at) + BYTES);
    }

    private static void addBlock(Block block, WordBuffer target) {
        EncodedChain.add(block.chain(), target);
        BlockWords.add(block, target);
    }

    private static Block decodeBlock(long[] words, int at) {
        Chain chain = EncodedChain.decode(words, at);
        return BlockWords.decode(chain, words, at + EncodedChain.wordCount(words, at));
    }

    private static int addCommit(CommitBlock commit, WordBuffer target) {
        target.add(commit.pruneBelow());
        EncodedChain.add(commit.block().chain(), target);
        BlockWords.add(commit.block(), target);
        for (int i = 0; i < commit.tasks().size(); i++) {
            TaskWords.add(commit.tasks().get(i), target);
        }
        return commitArgument(commit.tasks().size(), commit.parentCheck());
    }

    private static CommitBlock decodeCommit(int argument, long[] words, int at) {
        int taskCount = taskCount(argument);
        Chain chain = EncodedChain.decode(words, at + CHAIN);
        int blockAt = at + CHAIN + EncodedChain.wordCount(words, at + CHAIN);
        int taskAt = blockAt + BlockWords.wordCount(words, blockAt);
        Task[] tasks = new Task[taskCount];
        for (int i = 0; i < taskCount; i++) {
            tasks[i] = TaskWords.decode(words, taskAt);
            taskAt = behindTask(words, taskAt);
        }
        Block block = BlockWords.decode(chain, words, blockAt);
        return new CommitBlock(
                block, Arrays.asList(tasks), words[at + PRUNE_BELOW], parentCheck(argument));
    }

    private static void addId(String id, WordBuffer target) {
        int lengthAt = target.count();
        target.add(0);
        int byteCount = target.addId("id", id);
        target.words()[lengthAt] = byteCount;
    }
}
