package io.strait.engine;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.TaskStatus;

/**
 * The reads by key, of things that are there and, now and then, of things that are not. What they
 * return escapes.
 */
enum KeyedRead {
    LAST_PROCESSED_BLOCK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            number = aggregator.getLastProcessedBlock(FilledStore.chain(i));
        }
    },
    BLOCK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getBlock(FilledStore.chain(i), i);
        }
    },
    LAST_BLOCK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getLastBlock(FilledStore.chain(i));
        }
    },
    TASK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getTask(FilledStore.id(i));
        }
    },
    TASK_RECORD {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getTaskRecord(FilledStore.id(i));
        }
    },
    OPERATOR_SET_CONFIG {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getOperatorSetConfig(FilledStore.operatorSet(i));
        }
    },
    AVS_CONFIG {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = aggregator.getAvsConfig(FilledStore.avs(i));
        }
    },
    TASK_COUNT {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            number = aggregator.countTasks(STATUSES[i % STATUSES.length]);
        }
    },
    PERFORMER {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = executor.getPerformer(FilledStore.id(i));
        }
    },
    INFLIGHT_TASK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = executor.getInflightTask(FilledStore.id(i));
        }
    },
    DEPLOYMENT {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = executor.getDeployment(FilledStore.id(i));
        }
    },
    PROCESSED_TASK {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            object = executor.getProcessedTask(FilledStore.id(i));
        }
    },
    IS_TASK_PROCESSED {
        @Override
        void read(AggregatorView aggregator, ExecutorView executor, int i) {
            number = executor.isTaskProcessed(FilledStore.id(i)) ? 1 : 0;
        }
    };

    private static final TaskStatus[] STATUSES = TaskStatus.values();

    /**
     * Where what was read goes, so that no compiler can leave out the read, or the object it
     * returns.
     */
    static volatile Object object;

    static volatile long number;

    abstract void read(AggregatorView aggregator, ExecutorView executor, int i);
}
