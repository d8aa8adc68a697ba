package io.strait.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream brings about all that can become of a write, again and again, whatever its seed. */
class CommandStreamCoverageTest {
    private static final int COUNT = 200_000;
    private static final int OFTEN = 50;
    private static final int SOMETIMES = 5;

    /** Every way in which each type of write can end; there are no others. */
    private static final String ENDINGS =
            """
            SET_LAST_PROCESSED_BLOCK changed unchanged BLOCK_ORDER maxChains
            SAVE_BLOCK changed unchanged BLOCK_CONFLICT maxChains blockHistoryPerChain
            DELETE_BLOCK changed NOT_FOUND
            COMMIT_BLOCK changed ALREADY_EXISTS BLOCK_ORDER BLOCK_CONFLICT PARENT_MISMATCH
            COMMIT_BLOCK TASK_EXISTS
            COMMIT_BLOCK maxChains blockHistoryPerChain maxTasks
            ROLLBACK_TO changed unchanged NOT_FOUND BLOCK_ORDER
            RESET_CHAIN changed unchanged maxChains
            FORGET_CHAIN changed unchanged NOT_FOUND
            SAVE_TASK changed ALREADY_EXISTS maxTasks
            UPDATE_TASK_STATUS changed NOT_FOUND INVALID_TRANSITION
            DELETE_TASK changed NOT_FOUND
            CLAIM_NEXT_TASK changed unchanged LEASE_EXPIRED
            REQUEUE_EXPIRED_LEASES changed unchanged
            SAVE_OPERATOR_SET_CONFIG changed maxOperatorSetConfigs
            SAVE_AVS_CONFIG changed maxAvsConfigs
            SAVE_PERFORMER changed maxPerformers
            DELETE_PERFORMER changed NOT_FOUND
            REPLACE_PERFORMER changed NOT_FOUND ALREADY_EXISTS
            SAVE_INFLIGHT_TASK changed ALREADY_EXISTS maxInflightTasks
            DELETE_INFLIGHT_TASK changed NOT_FOUND
            SAVE_DEPLOYMENT changed ALREADY_EXISTS maxDeployments
            UPDATE_DEPLOYMENT_STATUS changed NOT_FOUND INVALID_TRANSITION
            DELETE_DEPLOYMENT changed NOT_FOUND
            BEGIN_TASK changed unchanged maxProcessedTasks
            FINISH_TASK changed NOT_FOUND ALREADY_EXISTS
            ABANDON_TASK changed NOT_FOUND ALREADY_EXISTS
            MARK_TASK_PROCESSED changed unchanged maxProcessedTasks
            """;

    /** Where one ending has several reasons, or does something besides. */
    private static final String REASONS =
            """
            SAVE_BLOCK: changed evicting
            DELETE_BLOCK: changed of another than the last
            DELETE_BLOCK: changed of the last and lowest
            DELETE_BLOCK: changed of the last but not lowest
            COMMIT_BLOCK: changed alone
            COMMIT_BLOCK: changed with tasks
            COMMIT_BLOCK: changed on stored
            COMMIT_BLOCK: changed pruning
            COMMIT_BLOCK: changed evicting
            COMMIT_BLOCK: ALREADY_EXISTS again
            COMMIT_BLOCK: BLOCK_CONFLICT on stored
            COMMIT_BLOCK: TASK_EXISTS with tasks
            ROLLBACK_TO: changed among blocks
            ROLLBACK_TO: changed below all blocks
            ROLLBACK_TO: changed without blocks
            ROLLBACK_TO: NOT_FOUND of unknown chain
            ROLLBACK_TO: NOT_FOUND among blocks
            ROLLBACK_TO: dropping 0 blocks
            ROLLBACK_TO: dropping 1 blocks
            ROLLBACK_TO: dropping 2 blocks
            ROLLBACK_TO: dropping 3 blocks
            ROLLBACK_TO: dropping 0 tasks
            ROLLBACK_TO: dropping 1 tasks
            ROLLBACK_TO: dropping 2 tasks
            UPDATE_TASK_STATUS: PROCESSING
            UPDATE_TASK_STATUS: COMPLETED
            UPDATE_TASK_STATUS: FAILED
            UPDATE_TASK_STATUS: changed evicting
            REQUEUE_EXPIRED_LEASES: of several
            SAVE_PERFORMER: changed anew
            SAVE_PERFORMER: changed in place
            SAVE_PERFORMER: changed moving
            REPLACE_PERFORMER: changed by itself
            REPLACE_PERFORMER: changed by another
            SAVE_DEPLOYMENT: changed when full
            BEGIN_TASK: FIRST
            BEGIN_TASK: ALREADY_RUNNING
            BEGIN_TASK: ALREADY_DONE
            BEGIN_TASK: changed when full
            BEGIN_TASK: changed beyond retention
            MARK_TASK_PROCESSED: changed when full
            MARK_TASK_PROCESSED: changed beyond retention
            """;

    /** What needs an unlikely moment. */
    private static final String RARITIES =
            """
            BEGIN_TASK: changed at the edge of retention
            MARK_TASK_PROCESSED: changed at the edge of retention
            FINISH_TASK: changed beyond retention
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBringAboutAllThatCanBecomeOfAWrite(long seed) {
        CommandStream stream = new CommandStream(seed);
        CommandStreamEndings endings = new CommandStreamEndings();
        for (int i = 0; i < COUNT; i++) {
            long timeMs = stream.nextTimeMs();
            endings.apply(stream.nextWrite(), timeMs);
        }
        Set<String> expected =
                ENDINGS.lines()
                        .flatMap(CommandStreamCoverageTest::endingsOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, endings.endings().keySet(), stream.toString());
        assertAll(
                () -> assertAtLeast(OFTEN, expected, endings.endings()),
                () -> assertAtLeast(OFTEN, REASONS.lines().toList(), endings.reasons()),
                () -> assertAtLeast(SOMETIMES, RARITIES.lines().toList(), endings.reasons()));
    }

    private static Stream<String> endingsOf(String line) {
        String[] words = line.split(" ");
        return Arrays.stream(words).skip(1).map(ending -> words[0] + ": " + ending);
    }

    private static void assertAtLeast(
            int min, Iterable<String> names, Map<String, Integer> counts) {
        for (String name : names) {
            int count = counts.getOrDefault(name, 0);
            assertTrue(count >= min, name + ": " + count + " times, not " + min);
        }
    }
}
