package io.strait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A full copy of what a view tells, made with the suite's own collections: comparing a snapshot
 * with itself could not show that it has changed.
 */
final class Contents {
    private final Map<String, Object> answers = new LinkedHashMap<>();

    private Contents() {}

    static Contents of(Snapshot snapshot) {
        return of(snapshot.aggregator(), snapshot.executor());
    }

    static Contents of(AggregatorView aggregator, ExecutorView executor) {
        Contents contents = new Contents();
        contents.add("listChains", aggregator.listChains());
        for (Chain chain : aggregator.listChains()) {
            contents.answers.put("last " + chain, aggregator.getLastProcessedBlock(chain));
            contents.add("listBlocks " + chain, aggregator.listBlocks(chain));
        }
        for (TaskStatus status : TaskStatus.values()) {
            contents.add("listTasks " + status, aggregator.listTasks(status));
            contents.answers.put("countTasks " + status, aggregator.countTasks(status));
        }
        contents.add("listPendingTasks", aggregator.listPendingTasks());
        contents.add("pending of AVS", aggregator.listPendingTasksForAvs(Samples.AVS));
        contents.add("listExpiredTasks", aggregator.listExpiredTasks(Long.MAX_VALUE));
        contents.add("listOperatorSetConfigs", aggregator.listOperatorSetConfigs());
        contents.add("listAvsConfigs", aggregator.listAvsConfigs());
        contents.add("listPerformers", executor.listPerformers());
        contents.add("performers of AVS", executor.listPerformersForAvs(Samples.AVS));
        contents.add("listInflightTasks", executor.listInflightTasks());
        contents.add("listDeployments", executor.listDeployments());
        contents.add("listProcessedTasks", executor.listProcessedTasks());
        return contents;
    }

    void assertStillToldBy(Snapshot snapshot) {
        Contents now = of(snapshot);
        answers.forEach(
                (question, answer) -> assertEquals(answer, now.answers.get(question), question));
        assertEquals(answers.keySet(), now.answers.keySet());
        Views.assertAgree(snapshot, snapshot); // what is found by key is what is listed
    }

    private void add(String question, List<?> answer) {
        answers.put(question, new ArrayList<>(answer));
    }
}
