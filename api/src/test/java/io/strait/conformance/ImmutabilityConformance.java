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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Nothing handed out can change, and nothing taken in can be changed by the caller afterwards. */
public abstract class ImmutabilityConformance extends Conformance {

    @Test
    void shouldCopyArraysThatComeIn() {
        byte[] payload = {1, 2, 3};
        byte[] result = {4, 5, 6};
        executor.beginTask("t");
        aggregator.saveTask(task("t").toBuilder().payload(payload).build());
        executor.finishTask("t", Bytes.copyOf(result));
        payload[0] = 9;
        result[0] = 9;
        assertArrayEquals(
                new byte[] {1, 2, 3},
                aggregator.getTask("t").orElseThrow().payload().toByteArray());
        assertArrayEquals(new byte[] {4, 5, 6}, executor.beginTask("t").result().toByteArray());
    }

    @Test
    void shouldCopyListsThatComeIn() {
        List<Task> tasks = new ArrayList<>(List.of(taskIn(block(1), "a")));
        List<Long> operatorSets = new ArrayList<>(List.of(1L));
        List<EnvironmentVariable> variables =
                new ArrayList<>(List.of(new EnvironmentVariable("A", "1", "")));
        aggregator.commitBlock(block(1), tasks, 0);
        aggregator.saveAvsConfig(new AvsConfig(AVS, 1, operatorSets, CurveType.BN254));
        executor.savePerformer(performer("p").toBuilder().environmentVariables(variables).build());
        tasks.clear();
        operatorSets.add(2L);
        variables.clear();
        assertEquals(1, aggregator.listPendingTasks().size());
        assertEquals(
                List.of(1L), aggregator.getAvsConfig(AVS).orElseThrow().executorOperatorSetIds());
        assertEquals(1, executor.getPerformer("p").orElseThrow().environmentVariables().size());
    }

    @Test
    void shouldHandOutOnlyUnmodifiableLists() {
        fill();
        for (var entry : lists(aggregator, executor).entrySet()) {
            assertUnmodifiable(entry.getKey(), entry.getValue());
        }
        for (var entry :
                lists(engine.snapshot().aggregator(), engine.snapshot().executor()).entrySet()) {
            assertUnmodifiable("snapshot " + entry.getKey(), entry.getValue());
        }
        assertLiveAndSnapshotAgree();
    }

    @Test
    void shouldHandOutOnlyUnmodifiableListsInResults() {
        fill();
        aggregator.claimNextTask(AVS, T0);
        List<TaskRecord> requeued = aggregator.requeueExpiredLeases(T0 + 1);
        assertUnmodifiable("requeueExpiredLeases", requeued);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "orphan")), 0);
        Rollback rollback = aggregator.rollbackTo(CHAIN, 1);
        assertUnmodifiable("rollback.blocks", rollback.blocks());
        assertUnmodifiable("rollback.tasks", rollback.tasks());
        assertUnmodifiable(
                "environmentVariables",
                executor.getPerformer("p").orElseThrow().environmentVariables());
        assertUnmodifiable(
                "executorOperatorSetIds",
                aggregator.getAvsConfig(AVS).orElseThrow().executorOperatorSetIds());
    }

    @Test
    void shouldHandOutListsThatKeepTheContractOfList() {
        fill();
        for (var entry : lists(aggregator, executor).entrySet()) {
            assertKeepsListContract(entry.getKey(), entry.getValue());
        }
        for (int i = 0; i < 200; i++) {
            aggregator.saveTask(task("many-" + i));
        }
        assertKeepsListContract("many", aggregator.listPendingTasks());
        assertKeepsListContract("many", aggregator.listTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldHandOutEmptyListsThatKeepTheContractOfList() {
        for (var entry : lists(aggregator, executor).entrySet()) {
            assertEquals(List.of(), entry.getValue(), entry.getKey());
            assertTrue(entry.getValue().isEmpty(), entry.getKey());
            assertFalse(entry.getValue().iterator().hasNext(), entry.getKey());
            assertKeepsListContract(entry.getKey(), entry.getValue());
        }
    }

    private void fill() {
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "a"), taskIn(block(1), "b")), 0);
        aggregator.saveTask(task("expired").toBuilder().deadlineMs(0).build());
        aggregator.saveOperatorSetConfig(config(OperatorSet.of(AVS, 1), "m"));
        aggregator.saveAvsConfig(config(AVS, 1));
        executor.savePerformer(performer("p"));
        executor.saveInflightTask(inflight("a"));
        executor.saveDeployment(deployment("d"));
        executor.beginTask("a");
    }

    private static Map<String, List<?>> lists(AggregatorView aggregator, ExecutorView executor) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        lists.put("listBlocks", aggregator.listBlocks(CHAIN));
        lists.put("listChains", aggregator.listChains());
        lists.put("listPendingTasks", aggregator.listPendingTasks());
        lists.put("listPendingTasksForAvs", aggregator.listPendingTasksForAvs(AVS));
        lists.put("listTasks", aggregator.listTasks(TaskStatus.PENDING));
        lists.put("listExpiredTasks", aggregator.listExpiredTasks(T0));
        lists.put("listOperatorSetConfigs", aggregator.listOperatorSetConfigs());
        lists.put("listAvsConfigs", aggregator.listAvsConfigs());
        lists.put("listPerformers", executor.listPerformers());
        lists.put("listPerformersForAvs", executor.listPerformersForAvs(AVS));
        lists.put("listInflightTasks", executor.listInflightTasks());
        lists.put("listDeployments", executor.listDeployments());
        lists.put("listProcessedTasks", executor.listProcessedTasks());
        return lists;
    }

    private static <T> void assertUnmodifiable(String name, List<T> list) {
        List<T> before = new ArrayList<>(list);
        T element = before.get(0);
        assertRefuses(name + ".add", () -> list.add(element));
        assertRefuses(name + ".add(index)", () -> list.add(0, element));
        assertRefuses(name + ".addAll", () -> list.addAll(before));
        assertRefuses(name + ".set", () -> list.set(0, element));
        assertRefuses(name + ".remove", () -> list.remove(element));
        assertRefuses(name + ".remove(index)", () -> list.remove(0));
        assertRefuses(name + ".removeIf", () -> list.removeIf(any -> true));
        assertRefuses(name + ".retainAll", () -> list.retainAll(List.of()));
        assertRefuses(name + ".clear", list::clear);
        assertRefuses(name + ".subList.clear", () -> list.subList(0, 1).clear());
        assertRefuses(name + ".replaceAll", () -> list.replaceAll(same -> same));
        assertRefuses(name + ".sort", () -> list.sort(Comparator.comparing(Object::toString)));
        assertRefuses(
                name + ".iterator.remove",
                () -> {
                    var iterator = list.iterator();
                    iterator.next();
                    iterator.remove();
                });
        assertRefuses(
                name + ".listIterator.set",
                () -> {
                    var iterator = list.listIterator();
                    iterator.next();
                    iterator.set(element);
                });
        assertEquals(before, list, name);
    }

    private static void assertRefuses(String call, Runnable change) {
        assertThrows(UnsupportedOperationException.class, change::run, call);
    }

    private static <T> void assertKeepsListContract(String name, List<T> list) {
        List<T> copy = new ArrayList<>();
        for (T element : list) {
            copy.add(element);
        }
        int size = copy.size();
        assertEquals(size, list.size(), name);
        assertEquals(copy, list, name);
        assertEquals(list, copy, name);
        assertEquals(copy.hashCode(), list.hashCode(), name);
        assertEquals(copy.toString(), list.toString(), name);
        assertArrayEquals(copy.toArray(), list.toArray(), name);
        assertEquals(copy, list.stream().toList(), name);
        assertEquals(copy, list.parallelStream().toList(), name);
        assertEquals(copy.subList(size / 2, size), list.subList(size / 2, size), name);
        assertFalse(list.contains(new Object()), name);
        assertEquals(-1, list.indexOf(new Object()), name);
        for (int i = 0; i < size; i++) {
            assertEquals(copy.get(i), list.get(i), name);
            assertEquals(i, list.indexOf(copy.get(i)), name);
            assertEquals(copy.get(i), list.listIterator(i).next(), name);
            assertEquals(copy.get(i), list.listIterator(i + 1).previous(), name);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(size), name);
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(-1), name);
        assertThrowsExactly(
                NoSuchElementException.class, () -> list.listIterator(size).next(), name);
    }
}
