package io.strait.engine.record;

import io.strait.api.write.WriteType;

/** What a command is to do: the code of its {@link WriteType}, or one of the lanes' own. */
public final class Opcode {
    /** Nothing: fills what is left before the end of a ring. */
    public static final int PADDING = 0;

    /** Sets a chain's last processed block. */
    public static final int SET_LAST_PROCESSED_BLOCK = 1;

    /** Stores a block. */
    public static final int SAVE_BLOCK = 2;

    /** Deletes a block. */
    public static final int DELETE_BLOCK = 3;

    /** Stores a block with its tasks; the argument is how many there are. */
    public static final int COMMIT_BLOCK = 4;

    /** Goes back to an earlier block. */
    public static final int ROLLBACK_TO = 5;

    /** Saves a new task. */
    public static final int SAVE_TASK = 6;

    /** Takes a task to the status whose ordinal is the argument. */
    public static final int UPDATE_TASK_STATUS = 7;

    /** Deletes a task. */
    public static final int DELETE_TASK = 8;

    /** Takes up the oldest pending task of an AVS. */
    public static final int CLAIM_NEXT_TASK = 9;

    /** Takes tasks whose lease has expired back to pending, as many as the argument says. */
    public static final int REQUEUE_EXPIRED_LEASES = 10;

    /** Saves an operator set's configuration. */
    public static final int SAVE_OPERATOR_SET_CONFIG = 11;

    /** Saves an AVS's configuration. */
    public static final int SAVE_AVS_CONFIG = 12;

    /** Saves a performer. */
    public static final int SAVE_PERFORMER = 13;

    /** Deletes a performer. */
    public static final int DELETE_PERFORMER = 14;

    /** Deletes one performer and saves another. */
    public static final int REPLACE_PERFORMER = 15;

    /** Saves a task in flight. */
    public static final int SAVE_INFLIGHT_TASK = 16;

    /** Deletes a task in flight. */
    public static final int DELETE_INFLIGHT_TASK = 17;

    /** Saves a new deployment. */
    public static final int SAVE_DEPLOYMENT = 18;

    /** Takes a deployment to the status whose ordinal is the argument. */
    public static final int UPDATE_DEPLOYMENT_STATUS = 19;

    /** Deletes a deployment. */
    public static final int DELETE_DEPLOYMENT = 20;

    /** Asks to be the one who does a task. */
    public static final int BEGIN_TASK = 21;

    /** Stores the result of a task. */
    public static final int FINISH_TASK = 22;

    /** Forgets that a task was begun. */
    public static final int ABANDON_TASK = 23;

    /** Remembers a task as done. */
    public static final int MARK_TASK_PROCESSED = 24;

    /** Changes nothing and takes no position: whoever waits for it waits for what came before. */
    public static final int BARRIER = 30;

    /** Goes on with a chain from a block. */
    public static final int RESET_CHAIN = 25;

    /** Drops everything of a chain. */
    public static final int FORGET_CHAIN = 26;

    /** As many bits of a command's first word tell its opcode. */
    public static final int BITS = 5;

    private static final int TIMED =
            1 << COMMIT_BLOCK
                    | 1 << SAVE_TASK
                    | 1 << UPDATE_TASK_STATUS
                    | 1 << CLAIM_NEXT_TASK
                    | 1 << REQUEUE_EXPIRED_LEASES
                    | 1 << SAVE_DEPLOYMENT
                    | 1 << UPDATE_DEPLOYMENT_STATUS
                    | 1 << BEGIN_TASK
                    | 1 << FINISH_TASK
                    | 1 << ABANDON_TASK
                    | 1 << MARK_TASK_PROCESSED;

    private static final int SECRET = 1 << SAVE_PERFORMER | 1 << REPLACE_PERFORMER;

    private Opcode() {}

    /** The opcode of a type of writes. */
    public static int of(WriteType type) {
        return type.code();
    }

    /**
     * Whether a command may have secrets in its words, so that its lane is to keep nothing of it.
     */
    public static boolean isSecret(int opcode) {
        return (SECRET >>> opcode & 1) != 0;
    }

    /**
     * Whether the rules for a command ask when it was handed in. Of the others only a change
     * listener is told the time.
     */
    public static boolean isTimed(int opcode) {
        return (TIMED >>> opcode & 1) != 0;
    }

    /** Whether a command can only let go of what there is. */
    public static boolean onlyDeletes(int opcode) {
        return switch (opcode) {
            case DELETE_BLOCK,
                    ROLLBACK_TO,
                    FORGET_CHAIN,
                    DELETE_TASK,
                    DELETE_PERFORMER,
                    DELETE_INFLIGHT_TASK,
                    DELETE_DEPLOYMENT,
                    ABANDON_TASK ->
                    true;
            default -> false;
        };
    }
}
