package io.strait.engine.command;

/** What a producer's command is to do, as the number in its slot. */
public final class Opcode {
    /** Nothing: fills what is left before the end of a ring. */
    public static final int PADDING = 0;

    /** Sets a chain's last processed block. */
    public static final int SET_LAST_PROCESSED_BLOCK = 1;

    /** Saves a new task. */
    public static final int SAVE_TASK = 2;

    /** Takes a task to the status whose ordinal is the argument. */
    public static final int UPDATE_TASK_STATUS = 3;

    /** Deletes a task. */
    public static final int DELETE_TASK = 4;

    /** Stores a block with its tasks. */
    public static final int COMMIT_BLOCK = 5;

    /** Saves an operator set's configuration. */
    public static final int SAVE_OPERATOR_SET_CONFIG = 6;

    /** Saves a performer. */
    public static final int SAVE_PERFORMER = 7;

    /** Asks to be the one who does a task. */
    public static final int BEGIN_TASK = 8;

    /** Stores the result of a task. */
    public static final int FINISH_TASK = 9;

    private static final int TIMED =
            1 << SAVE_TASK
                    | 1 << UPDATE_TASK_STATUS
                    | 1 << COMMIT_BLOCK
                    | 1 << BEGIN_TASK
                    | 1 << FINISH_TASK;

    /** As many bits of a command's first word tell its opcode. */
    public static final int BITS = 4;

    private Opcode() {}

    /**
     * Whether the rules for a command ask when it was handed in. Of the others only a change
     * listener is told the time.
     *
     * @param opcode one of the constants above
     * @return false when it can go without a time
     */
    public static boolean isTimed(int opcode) {
        return (TIMED >>> opcode & 1) != 0;
    }
}
