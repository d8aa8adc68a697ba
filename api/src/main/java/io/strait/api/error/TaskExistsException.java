package io.strait.api.error;

/**
 * A task of a commit has an id that is taken, by a task of any AVS. Nothing of the commit was done:
 * its block is not stored.
 */
public final class TaskExistsException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String taskId;

    /**
     * Creates the exception.
     *
     * @param taskId the id that is taken
     */
    public TaskExistsException(String taskId) {
        super(ResultCode.TASK_EXISTS, "taskId=" + taskId + " of the commit is taken");
        this.taskId = taskId;
    }

    /**
     * The id that is taken.
     *
     * @return the first one of the commit
     */
    public String taskId() {
        return taskId;
    }
}
