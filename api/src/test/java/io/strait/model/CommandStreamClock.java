package io.strait.model;

/**
 * The time of a command stream: mostly rising, often standing still, sometimes a little earlier
 * than before (writers stamp their commands before the lane orders them), now and then later by the
 * tight limits' retention or by hours; and for a few commands wrong by hours, either way.
 *
 * <p>Time stands still for a while before and after such a leap, so that much happens exactly the
 * retention apart.
 */
final class CommandStreamClock {
    private static final long START_MS = 1_700_000_000_000L;
    private static final long HOUR_MS = 3_600_000L;
    private static final int STANDSTILL_AROUND_LEAP = 20;

    /** The tight limits' retention: steps of a second and less are none of a clock that leaps. */
    static final long RETENTION_MS = 900;

    private final CommandStreamDice dice;
    private long nowMs = START_MS;
    private int standstill;

    /** Up to where time has come since it last leapt by hours: ages are counted from there. */
    private long highestMs = START_MS;

    private long wrongByMs;
    private int wrongFor;

    CommandStreamClock(CommandStreamDice dice) {
        this.dice = dice;
    }

    long nowMs() {
        return nowMs;
    }

    long nextMs() {
        if (wrongFor > 0) {
            wrongFor--;
            if (wrongFor == 0) {
                nowMs -= wrongByMs;
            }
        }
        nowMs += standstill > 0 ? standingStepMs() : movingStepMs();
        highestMs =
                Math.abs(nowMs - highestMs) > RETENTION_MS + 1 ? nowMs : Math.max(nowMs, highestMs);
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
        if (thrown < 9) {
            standstill = STANDSTILL_AROUND_LEAP;
            return highestMs - nowMs;
        }
        if (thrown >= 9 && thrown < 13 && wrongFor == 0) {
            wrongFor = dice.between(1, 3);
            wrongByMs = dice.between(-3, 3) * HOUR_MS;
            return wrongByMs;
        }
        if (thrown < 70) {
            return -dice.between(1, 50);
        }
        return thrown < 250 ? 0 : dice.between(1, 20);
    }

    /** Mostly such that of what happened lately some is just too old, and some just not. */
    private long leapMs() {
        return switch (dice.below(4)) {
            case 0 -> dice.between(2, 5) * HOUR_MS;
            case 1 -> RETENTION_MS - dice.below(100);
            default -> RETENTION_MS + dice.between(-1, 1);
        };
    }
}
