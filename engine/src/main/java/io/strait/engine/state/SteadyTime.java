package io.strait.engine.state;

/**
 * The time by which things age. It follows the times that commands bear and only rises, so that a
 * clock that was wrong for a while neither ages everything at once nor stops ageing:
 *
 * <ul>
 *   <li>A step between two commands of up to an eighth of the retention counts as it is.
 *   <li>A longer one is a <i>leap</i>. One forward counts as an eighth, and only once the next
 *       command's time has not gone back: the engine was idle, or its clock was put right.
 *   <li>One back does not count, nor does one forward right behind it: the clock is itself again.
 * </ul>
 *
 * <p>So a clock that is wrong for one command moves it not at all, and one that is wrong for long
 * by an eighth each time that it leaps forward. It is state, which the same commands bring about
 * again.
 */
final class SteadyTime {
    private static final int STEPS = 8;

    /** Of short retentions: so far any two commands may be apart. */
    private static final long LEAST_STEP_MS = 1_000;

    private final long longestStepMs;
    private boolean begun;
    private long lastMs;

    /** The step to {@link #lastMs} if that was a leap and is not judged yet, or 0. */
    private long leapMs;

    private long nowMs;

    SteadyTime(long retentionMs) {
        longestStepMs = Math.max(LEAST_STEP_MS, retentionMs / STEPS);
    }

    /** Its numbers, for an image. */
    long[] toWords() {
        return new long[] {begun ? 1 : 0, lastMs, leapMs, nowMs};
    }

    /** Takes the numbers from an image. */
    void restore(long[] words, int at) {
        begun = words[at] != 0;
        lastMs = words[at + 1];
        leapMs = words[at + 2];
        nowMs = words[at + 3];
    }

    /** Milliseconds since the first command, as they count. */
    long nowMs() {
        return nowMs;
    }

    /** A command bears a time. */
    void follow(long timeMs) {
        long stepMs = begun ? timeMs - lastMs : 0;
        if (leapMs > 0 && stepMs >= -longestStepMs) {
            nowMs += longestStepMs;
        }
        if (stepMs > longestStepMs || stepMs < -longestStepMs || !begun) {
            boolean undoes = leapMs != 0 && leapMs > 0 != stepMs > 0;
            leapMs = undoes ? 0 : stepMs;
            lastMs = timeMs;
        } else {
            leapMs = 0;
            // Callers read the clock before their commands are ordered: a little back is usual.
            nowMs += Math.max(0, stepMs);
            lastMs = Math.max(lastMs, timeMs);
        }
        begun = true;
    }
}
