package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.task;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.ExecutorStore;
import io.strait.api.ExecutorView;
import io.strait.api.StateEngine;
import io.strait.api.WriteOptions;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Every call that a closed engine refuses, by name, each with good arguments. */
final class EveryCall {
    private final Map<String, Executable> calls = new LinkedHashMap<>();

    private EveryCall() {}

    /** The calls; the stores are taken beforehand, while the engine is still open. */
    static Map<String, Executable> on(
            StateEngine engine, AggregatorStore aggregator, ExecutorStore executor) {
        EveryCall every = new EveryCall();
        every.addEngine(engine);
        every.addReads(aggregator);
        every.addReads(executor);
        every.add("aggregator().with", () -> aggregator.with(WriteOptions.DEFAULT));
        every.add("executor().with", () -> executor.with(WriteOptions.DEFAULT));
        for (AggregatorWrite<?> write : WriteScript.aggregator()) {
            every.add("execute " + write, () -> aggregator.execute(write));
        }
        for (ExecutorWrite<?> write : WriteScript.executor()) {
            every.add("execute " + write, () -> executor.execute(write));
        }
        every.add("saveTask", () -> aggregator.saveTask(task("t")));
        every.add("setLastProcessedBlock", () -> aggregator.setLastProcessedBlock(CHAIN, 1));
        every.add("beginTask", () -> executor.beginTask("t"));
        return every.calls;
    }

    private void addEngine(StateEngine engine) {
        add("engine.aggregator", engine::aggregator);
        add("engine.executor", engine::executor);
        add("engine.snapshot", engine::snapshot);
        add("engine.barrier", engine::barrier);
        add("engine.barrier(timeout)", () -> engine.barrier(Duration.ofSeconds(1)));
        for (Write<?> write : WriteScript.all()) {
            add("submit " + write, () -> engine.submit(write));
        }
    }

    private void addReads(AggregatorView view) {
        add("getLastProcessedBlock", () -> view.getLastProcessedBlock(CHAIN));
        add("getBlock", () -> view.getBlock(CHAIN, 1));
        add("getLastBlock", () -> view.getLastBlock(CHAIN));
        add("listBlocks", () -> view.listBlocks(CHAIN));
        add("listChains", view::listChains);
        add("getTask", () -> view.getTask("t"));
        add("getTaskRecord", () -> view.getTaskRecord("t"));
        add("listPendingTasks", view::listPendingTasks);
        add("listPendingTasksForAvs", () -> view.listPendingTasksForAvs(AVS));
        add("listTasks", () -> view.listTasks(TaskStatus.FAILED));
        add("listExpiredTasks", () -> view.listExpiredTasks(T0));
        add("countTasks", () -> view.countTasks(TaskStatus.FAILED));
        add("getOperatorSetConfig", () -> view.getOperatorSetConfig(OperatorSet.of(AVS, 1)));
        add("listOperatorSetConfigs", view::listOperatorSetConfigs);
        add("getAvsConfig", () -> view.getAvsConfig(AVS));
        add("listAvsConfigs", view::listAvsConfigs);
    }

    private void addReads(ExecutorView view) {
        add("getPerformer", () -> view.getPerformer("p"));
        add("listPerformers", view::listPerformers);
        add("listPerformersForAvs", () -> view.listPerformersForAvs(AVS));
        add("getInflightTask", () -> view.getInflightTask("t"));
        add("listInflightTasks", view::listInflightTasks);
        add("getDeployment", () -> view.getDeployment("d"));
        add("listDeployments", view::listDeployments);
        add("getProcessedTask", () -> view.getProcessedTask("t"));
        add("isTaskProcessed", () -> view.isTaskProcessed("t"));
        add("listProcessedTasks", view::listProcessedTasks);
    }

    private void add(String name, Executable call) {
        calls.put(name, call);
    }
}
