package io.strait.model;

/**
 * The time of a command stream: mostly rising, often standing still, sometimes a little earlier
 * than before (writers stamp their commands before the lane orders them), now and then an hour or
 * more later.
 *
 * <p>Time stands still for a while before and after such a leap, so that much happens exactly an
 * hour apart: an hour is the tight limits' retention.
 */
final class CommandStreamClock {
    private static final long START_MS = 1_700_000_000_000L;
    private static final long HOUR_MS = 3_600_000L;
    private static final int STANDSTILL_AROUND_LEAP = 20;

    private final CommandStreamDice dice;
    private long nowMs = START_MS;
    private int standstill;

    CommandStreamClock(CommandStreamDice dice) {
        this.dice = dice;
    }

    long nowMs() {
        return nowMs;
    }

    long nextMs() {
        nowMs += standstill > 0 ? standingStepMs() : movingStepMs();
        return nowMs;
    }

    /** A moment that expiry rules take for past, present or future, each about as often. */
    long aroundNowMs(CommandStreamDice of) {
        return nowMs + of.between(-100, 100);
    }

    private long standingStepMs() {
        standstill--;
        return standstill == STANDSTILL_AROUND_LEAP / 2 ? leapMs() : 0;
    }

    private long movingStepMs() {
        int thrown = dice.below(1_000);
        if (thrown < 6) {
            standstill = STANDSTILL_AROUND_LEAP;
        }
        if (thrown < 70) {
            return -dice.between(1, 50);
        }
        return thrown < 250 ? 0 : dice.between(1, 20);
    }

    /** Mostly such that of what happened lately some is an hour old, some older and some not. */
    private long leapMs() {
        return switch (dice.below(4)) {
            case 0 -> dice.between(2, 5) * HOUR_MS;
            case 1 -> HOUR_MS - dice.below(100);
            default -> HOUR_MS + dice.between(-1, 1);
        };
    }
}
