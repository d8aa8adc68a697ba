package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.config;
import static io.strait.conformance.Samples.deployment;
import static io.strait.conformance.Samples.inflight;
import static io.strait.conformance.Samples.performer;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.util.List;
import java.util.stream.Stream;

/** Writes of every type which, done in this order on an empty engine, all change something. */
final class WriteScript {
    private WriteScript() {}

    static List<Write<?>> all() {
        return Stream.<Write<?>>concat(aggregator().stream(), executor().stream()).toList();
    }

    static List<AggregatorWrite<?>> aggregator() {
        return List.of(
                new AggregatorWrite.SetLastProcessedBlock(Chain.of(AVS, 17_000), 5),
                new AggregatorWrite.SaveBlock(block(1)),
                new AggregatorWrite.CommitBlock(block(2), List.of(taskIn(block(2), "t2")), 0),
                new AggregatorWrite.CommitBlock(
                        block(3), List.of(taskIn(block(3), "t3a"), taskIn(block(3), "t3b")), 1),
                new AggregatorWrite.RollbackTo(CHAIN, 2),
                new AggregatorWrite.DeleteBlock(CHAIN, 2),
                new AggregatorWrite.ResetChain(block(Chain.of(AVS, 18_000), 5)),
                new AggregatorWrite.ForgetChain(Chain.of(AVS, 18_000)),
                new AggregatorWrite.SaveTask(task("a")),
                new AggregatorWrite.SaveTask(task("b")),
                new AggregatorWrite.UpdateTaskStatus("a", TaskStatus.PROCESSING),
                new AggregatorWrite.UpdateTaskStatus("a", TaskStatus.COMPLETED),
                new AggregatorWrite.ClaimNextTask(AVS, T0 + 1_000),
                new AggregatorWrite.RequeueExpiredLeases(T0 + 1_001),
                new AggregatorWrite.DeleteTask("b"),
                new AggregatorWrite.SaveOperatorSetConfig(config(OperatorSet.of(AVS, 1), "m")),
                new AggregatorWrite.SaveAvsConfig(config(AVS, 1)));
    }

    static List<ExecutorWrite<?>> executor() {
        return List.of(
                new ExecutorWrite.SavePerformer(performer("p")),
                new ExecutorWrite.SavePerformer(performer("q")),
                new ExecutorWrite.ReplacePerformer("p", performer("r")),
                new ExecutorWrite.DeletePerformer("q"),
                new ExecutorWrite.SaveInflightTask(inflight("a")),
                new ExecutorWrite.SaveInflightTask(inflight("b")),
                new ExecutorWrite.DeleteInflightTask("a"),
                new ExecutorWrite.SaveDeployment(deployment("d")),
                new ExecutorWrite.SaveDeployment(deployment("e")),
                new ExecutorWrite.UpdateDeploymentStatus("d", DeploymentStatus.DEPLOYING, "x"),
                new ExecutorWrite.DeleteDeployment("e"),
                new ExecutorWrite.BeginTask("x"),
                new ExecutorWrite.BeginTask("y"),
                new ExecutorWrite.FinishTask("x", Bytes.ofUtf8("result")),
                new ExecutorWrite.AbandonTask("y"),
                new ExecutorWrite.MarkTaskProcessed("z"));
    }
}
