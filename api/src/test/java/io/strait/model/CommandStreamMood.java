package io.strait.model;

import static io.strait.api.write.WriteType.ABANDON_TASK;
import static io.strait.api.write.WriteType.BEGIN_TASK;
import static io.strait.api.write.WriteType.CLAIM_NEXT_TASK;
import static io.strait.api.write.WriteType.COMMIT_BLOCK;
import static io.strait.api.write.WriteType.DELETE_BLOCK;
import static io.strait.api.write.WriteType.DELETE_DEPLOYMENT;
import static io.strait.api.write.WriteType.DELETE_INFLIGHT_TASK;
import static io.strait.api.write.WriteType.DELETE_PERFORMER;
import static io.strait.api.write.WriteType.DELETE_TASK;
import static io.strait.api.write.WriteType.FINISH_TASK;
import static io.strait.api.write.WriteType.FORGET_CHAIN;
import static io.strait.api.write.WriteType.MARK_TASK_PROCESSED;
import static io.strait.api.write.WriteType.REPLACE_PERFORMER;
import static io.strait.api.write.WriteType.REQUEUE_EXPIRED_LEASES;
import static io.strait.api.write.WriteType.RESET_CHAIN;
import static io.strait.api.write.WriteType.ROLLBACK_TO;
import static io.strait.api.write.WriteType.SAVE_AVS_CONFIG;
import static io.strait.api.write.WriteType.SAVE_BLOCK;
import static io.strait.api.write.WriteType.SAVE_DEPLOYMENT;
import static io.strait.api.write.WriteType.SAVE_INFLIGHT_TASK;
import static io.strait.api.write.WriteType.SAVE_OPERATOR_SET_CONFIG;
import static io.strait.api.write.WriteType.SAVE_PERFORMER;
import static io.strait.api.write.WriteType.SAVE_TASK;
import static io.strait.api.write.WriteType.SET_LAST_PROCESSED_BLOCK;
import static io.strait.api.write.WriteType.UPDATE_DEPLOYMENT_STATUS;
import static io.strait.api.write.WriteType.UPDATE_TASK_STATUS;

import io.strait.api.write.WriteType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a command stream is busy with for a while. In each mood every type of write can come. */
enum CommandStreamMood {
    MIXED(new Share(1, WriteType.values())),
    COMMITS(
            new Share(70, COMMIT_BLOCK),
            new Share(8, SET_LAST_PROCESSED_BLOCK, UPDATE_TASK_STATUS),
            new Share(4, SAVE_BLOCK, ROLLBACK_TO, CLAIM_NEXT_TASK)),
    REORGANISATIONS(
            new Share(50, COMMIT_BLOCK),
            new Share(24, ROLLBACK_TO),
            new Share(3, RESET_CHAIN, FORGET_CHAIN),
            new Share(12, SAVE_BLOCK, DELETE_BLOCK),
            new Share(6, SET_LAST_PROCESSED_BLOCK)),
    BLOCKS_AHEAD(
            new Share(50, SAVE_BLOCK),
            new Share(20, COMMIT_BLOCK),
            new Share(8, DELETE_BLOCK, ROLLBACK_TO)),
    TASK_INTAKE(
            new Share(40, SAVE_TASK),
            new Share(20, UPDATE_TASK_STATUS),
            new Share(10, CLAIM_NEXT_TASK, DELETE_TASK),
            new Share(5, COMMIT_BLOCK, REQUEUE_EXPIRED_LEASES)),
    TASK_WORK(
            new Share(45, UPDATE_TASK_STATUS),
            new Share(20, CLAIM_NEXT_TASK, SAVE_TASK),
            new Share(12, REQUEUE_EXPIRED_LEASES),
            new Share(5, DELETE_TASK)),
    PERFORMERS(
            new Share(30, SAVE_PERFORMER, REPLACE_PERFORMER),
            new Share(15, DELETE_PERFORMER),
            new Share(6, SAVE_OPERATOR_SET_CONFIG, SAVE_AVS_CONFIG)),
    DEPLOYMENTS(
            new Share(40, UPDATE_DEPLOYMENT_STATUS),
            new Share(30, SAVE_DEPLOYMENT, SAVE_INFLIGHT_TASK),
            new Share(18, DELETE_INFLIGHT_TASK),
            new Share(8, DELETE_DEPLOYMENT)),
    PROCESSED_TASKS(
            new Share(40, BEGIN_TASK),
            new Share(20, FINISH_TASK),
            new Share(8, ABANDON_TASK, MARK_TASK_PROCESSED));

    private static final CommandStreamMood[] MOODS = values();

    private final WriteType[] deck;

    CommandStreamMood(Share... shares) {
        List<WriteType> cards = new ArrayList<>(List.of(WriteType.values()));
        for (Share share : shares) {
            for (WriteType type : share.types) {
                cards.addAll(Collections.nCopies(share.count, type));
            }
        }
        deck = cards.toArray(new WriteType[0]);
    }

    static CommandStreamMood next(CommandStreamDice dice) {
        return dice.oneOf(MOODS);
    }

    WriteType nextType(CommandStreamDice dice) {
        return dice.oneOf(deck);
    }

    /**
     * How many cards of each of some types a mood's deck holds beyond the one that every type has.
     */
    private record Share(int count, WriteType... types) {}
}
