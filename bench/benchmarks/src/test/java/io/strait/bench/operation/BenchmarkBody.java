package io.strait.bench.operation;

import io.strait.bench.contestant.Contestant;
import io.strait.bench.contestant.ContestantKind;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Each benchmark's body, run once by hand as the harness would: fill, call, check. */
enum BenchmarkBody {
    SAVE_TASK {
        @Override
        void run(Contestant contestant) {
            SaveTaskBenchmark benchmark = new SaveTaskBenchmark();
            runOnce(benchmark, contestant, benchmark::saveTask);
        }
    },
    GET_TASK {
        @Override
        void run(Contestant contestant) {
            GetTaskBenchmark benchmark = new GetTaskBenchmark();
            runOnce(benchmark, contestant, benchmark::getTask);
        }
    },
    GET_TASK_BY_SIZE {
        @Override
        void run(Contestant contestant) {
            GetTaskBySizeBenchmark benchmark = new GetTaskBySizeBenchmark();
            benchmark.tasks = 1_000;
            runOnce(benchmark, contestant, benchmark::getTask);
        }
    },
    GET_TASK_DEPENDENT {
        @Override
        void run(Contestant contestant) {
            GetTaskDependentBenchmark benchmark = new GetTaskDependentBenchmark();
            benchmark.tasks = 1_000;
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        for (int i = 0; i < 1_500; i++) {
                            benchmark.getTask();
                        }
                    });
        }
    },
    LIST_PENDING {
        @Override
        void run(Contestant contestant) {
            ListPendingTasksBenchmark benchmark = new ListPendingTasksBenchmark();
            benchmark.tasks = 1_000;
            benchmark.pending = 500;
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        benchmark.listPendingTasks();
                        benchmark.listPendingTasks();
                    });
        }
    },
    LIST_PENDING_AFTER_CHANGE {
        @Override
        void run(Contestant contestant) {
            ListPendingTasksAfterChangeBenchmark benchmark =
                    new ListPendingTasksAfterChangeBenchmark();
            benchmark.tasks = 1_000;
            benchmark.pending = 1_000;
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        benchmark.listPendingTasks();
                        benchmark.change();
                        benchmark.listPendingTasks();
                    });
        }
    },
    LIST_PENDING_FOR_AVS {
        @Override
        void run(Contestant contestant) {
            ListPendingTasksForAvsBenchmark benchmark = new ListPendingTasksForAvsBenchmark();
            benchmark.tasks = 1_000;
            benchmark.pending = 1_000;
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        for (int i = 0; i < 150; i++) {
                            benchmark.listPendingTasksForAvs();
                        }
                    });
        }
    },
    LIST_PERFORMERS {
        @Override
        void run(Contestant contestant) {
            ListPerformersBenchmark benchmark = new ListPerformersBenchmark();
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        benchmark.listPerformers();
                        benchmark.listPerformers();
                    });
        }
    },
    SAVE_PERFORMER {
        @Override
        void run(Contestant contestant) {
            SavePerformerBenchmark benchmark = new SavePerformerBenchmark();
            runOnce(benchmark, contestant, benchmark::savePerformer);
        }
    },
    SAVE_PERFORMER_STEADY {
        @Override
        void run(Contestant contestant) {
            SavePerformerSteadyBenchmark benchmark = new SavePerformerSteadyBenchmark();
            runOnce(benchmark, contestant, benchmark::savePerformer);
        }
    },
    SAVE_CONFIG {
        @Override
        void run(Contestant contestant) {
            SaveOperatorSetConfigBenchmark benchmark = new SaveOperatorSetConfigBenchmark();
            runOnce(benchmark, contestant, benchmark::saveOperatorSetConfig);
        }
    },
    SET_LAST_BLOCK {
        @Override
        void run(Contestant contestant) {
            SetLastProcessedBlockBenchmark benchmark = new SetLastProcessedBlockBenchmark();
            var followed = new SetLastProcessedBlockBenchmark.FollowedChain();
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        followed.follow(benchmark, 1);
                        benchmark.setLastProcessedBlock(followed);
                        followed.tearDown();
                    });
        }
    },
    GET_BLOCK {
        @Override
        void run(Contestant contestant) {
            GetLastProcessedBlockBenchmark benchmark = new GetLastProcessedBlockBenchmark();
            runOnce(benchmark, contestant, benchmark::getLastProcessedBlock);
        }
    },
    COMMIT_BLOCK {
        @Override
        void run(Contestant contestant) {
            CommitBlockBenchmark benchmark = new CommitBlockBenchmark();
            benchmark.tasksPerBlock = 2;
            runOnce(benchmark, contestant, benchmark::commitBlock);
        }
    },
    COMMIT_EMPTY_BLOCK {
        @Override
        void run(Contestant contestant) {
            CommitBlockBenchmark benchmark = new CommitBlockBenchmark();
            benchmark.tasksPerBlock = 0;
            runOnce(benchmark, contestant, benchmark::commitBlock);
        }
    },
    COMMIT_BLOCK_STEADY {
        @Override
        void run(Contestant contestant) {
            CommitBlockSteadyBenchmark benchmark = new CommitBlockSteadyBenchmark();
            runOnce(benchmark, contestant, benchmark::commitAndDelete);
        }
    },
    SNAPSHOT {
        @Override
        void run(Contestant contestant) {
            SnapshotBenchmark benchmark = new SnapshotBenchmark();
            benchmark.tasks = 1_000;
            runOnce(benchmark, contestant, benchmark::snapshot);
        }
    },
    SNAPSHOT_AFTER_WRITE {
        @Override
        void run(Contestant contestant) {
            SnapshotAfterWriteBenchmark benchmark = new SnapshotAfterWriteBenchmark();
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        benchmark.writeAndSnapshot();
                        benchmark.writeAndSnapshot();
                    });
        }
    },
    SAVE_TASK_ALONE {
        @Override
        void run(Contestant contestant) {
            SaveTaskAloneBenchmark benchmark = new SaveTaskAloneBenchmark();
            runOnce(
                    benchmark,
                    contestant,
                    () -> {
                        benchmark.saveTasks();
                        benchmark.deleteOldest();
                    });
        }
    },
    SAVE_TASK_STEADY {
        @Override
        void run(Contestant contestant) {
            SaveTaskSteadyBenchmark benchmark = new SaveTaskSteadyBenchmark();
            runOnce(benchmark, contestant, benchmark::saveAndDelete);
        }
    },
    TASK_LIFE {
        @Override
        void run(Contestant contestant) {
            TaskLifeBenchmark benchmark = new TaskLifeBenchmark();
            runOnce(benchmark, contestant, benchmark::live);
        }
    },
    UPDATE_STATUS {
        @Override
        void run(Contestant contestant) {
            UpdateTaskStatusBenchmark benchmark = new UpdateTaskStatusBenchmark();
            runOnce(benchmark, contestant, benchmark::updateTaskStatus);
        }
    },
    CONCURRENT_GROWING {
        @Override
        void run(Contestant contestant) throws Exception {
            ConcurrentGrowingBenchmark benchmark = new ConcurrentGrowingBenchmark();
            benchmark.startThreads();
            try {
                runOnce(benchmark, contestant, benchmark::saveAndList);
            } finally {
                benchmark.endThreads();
            }
        }
    },
    CONCURRENT_STEADY {
        @Override
        void run(Contestant contestant) throws Exception {
            ConcurrentSteadyBenchmark benchmark = new ConcurrentSteadyBenchmark();
            runOnce(benchmark, contestant, () -> Steady.runThreads(benchmark));
        }
    },
    /** The same, of a contestant that may have as many writes under way as any. */
    CONCURRENT_STEADY_BEHIND {
        @Override
        void run(Contestant contestant) throws Exception {
            ConcurrentSteadyBenchmark benchmark = new ConcurrentSteadyBenchmark();
            benchmark.contestant = ContestantKind.STRAIT_ASYNC.label();
            runOnce(benchmark, contestant, () -> Steady.runThreads(benchmark));
        }
    };

    /** Runs it over an empty contestant, and closes that; fails when the check does. */
    abstract void run(Contestant contestant) throws Exception;

    private static <X extends Exception> void runOnce(
            ContestantFixture benchmark, Contestant contestant, Body<X> body) throws X {
        if (benchmark.contestant == null) {
            boolean byBytes = contestant.engine() != null;
            ContestantKind kind =
                    byBytes ? ContestantKind.STRAIT_EXCLUSIVE : FalsifiedContestant.HONEST;
            benchmark.contestant = kind.label();
        }
        benchmark.fill(contestant);
        body.call();
        benchmark.checkAndClose();
    }

    /** The steady concurrent row's threads. */
    private static final class Steady {
        private static final int THREADS = 2;
        private static final int CALLS = 100;

        private static void runThreads(ConcurrentSteadyBenchmark benchmark)
                throws InterruptedException {
            Thread[] threads = new Thread[THREADS];
            CyclicBarrier filled = new CyclicBarrier(THREADS);
            for (int i = 0; i < THREADS; i++) {
                threads[i] = new Thread(() -> replaceAndList(benchmark, filled));
            }
            for (Thread thread : threads) {
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void replaceAndList(
                ConcurrentSteadyBenchmark benchmark, CyclicBarrier filled) {
            var own = new ConcurrentSteadyBenchmark.OwnTasks();
            own.saveShare(benchmark, THREADS);
            try {
                filled.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException("the other thread has ended", e);
            }
            for (int i = 0; i < CALLS; i++) {
                benchmark.replaceAndList(own);
            }
            own.tearDown();
        }
    }

    /** One or a few calls of a benchmark. */
    private interface Body<X extends Exception> {
        void call() throws X;
    }
}
