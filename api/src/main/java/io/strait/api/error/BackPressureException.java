package io.strait.api.error;

/**
 * The lane was full, or its lock not to be had (for about 10 ms at a time), for as long as the
 * caller was willing to wait, or until it was interrupted (its interrupt flag is then set). Nothing
 * was accepted; try again.
 */
public final class BackPressureException extends NotAcceptedException {
    private static final long serialVersionUID = 1L;

    private final int laneCapacity;

    /**
     * Creates the exception.
     *
     * @param laneCapacity the lane's capacity, commands
     */
    public BackPressureException(int laneCapacity) {
        super(ResultCode.BACK_PRESSURE, "lane full: laneCapacity=" + laneCapacity, null);
        this.laneCapacity = laneCapacity;
    }

    /**
     * How many commands the lane holds.
     *
     * @return the lane's capacity, commands
     */
    public int laneCapacity() {
        return laneCapacity;
    }
}
