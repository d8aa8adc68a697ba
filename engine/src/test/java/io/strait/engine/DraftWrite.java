package io.strait.engine;

import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.Producer;

/** The ways to hand a write over by bytes, as the allocation test goes through them. */
enum DraftWrite {
    SAVE_TASK_FROM_ARRAY {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.saveTask(drafts.taskFromArrays());
        }
    },
    SAVE_TASK_FROM_BUFFER {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.saveTask(drafts.taskFromBuffers());
        }
    },
    UPDATE_TASK_STATUS {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.updateTaskStatus(drafts.idFromArray(), TaskStatus.PROCESSING);
        }
    },
    DELETE_TASK {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.deleteTask(drafts.idFromText());
        }
    },
    COMMIT_BLOCK_FROM_ARRAY {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.commitBlock(drafts.commitFromArrays());
        }
    },
    COMMIT_BLOCK_FROM_BUFFER {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.commitBlock(drafts.commitFromBuffers());
        }
    },
    SAVE_OPERATOR_SET_CONFIG_FROM_ARRAY {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.saveOperatorSetConfig(drafts.configFromArray());
        }
    },
    SAVE_OPERATOR_SET_CONFIG_FROM_BUFFER {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.saveOperatorSetConfig(drafts.configFromBuffer());
        }
    },
    SAVE_PERFORMER_FROM_ARRAY {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.savePerformer(drafts.performerFromArrays());
        }
    },
    SAVE_PERFORMER_FROM_BUFFER {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.savePerformer(drafts.performerFromBuffers());
        }
    },
    BEGIN_TASK {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.beginTask(drafts.idFromBuffer());
        }
    },
    FINISH_TASK_FROM_ARRAY {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.finishTask(drafts.idFromArray(), drafts.bytes(), 8, 200);
        }
    },
    FINISH_TASK_FROM_BUFFER {
        @Override
        long hand(ReusedDrafts drafts, Producer producer) {
            return producer.finishTask(drafts.idFromBuffer(), drafts.buffer(), 8, 200);
        }
    };

    /** Fills what the write takes, and hands it over: a ticket, or a code. */
    abstract long hand(ReusedDrafts drafts, Producer producer);
}
