package io.strait.engine;

import static io.strait.api.domain.TaskStatus.COMPLETED;
import static io.strait.api.domain.TaskStatus.FAILED;
import static io.strait.api.domain.TaskStatus.PENDING;
import static io.strait.api.domain.TaskStatus.PROCESSING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.LimitsBuilder;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.LimitTooLowException;
import io.strait.api.error.ResultCode;
import io.strait.engine.LoggedCommands.Logged;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.state.Outcome;
import io.strait.model.CommandStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Limits that are others after a restart: higher ones, and ones as low as what is stored, take an
 * image; one below that is refused by name. Seen to fail when a limit is not asked, or asked of
 * what another one counts.
 */
class RestartedLimitsTest {
    private static final int WRITES = 3_000;

    private static final Map<String, BiFunction<LimitsBuilder, Integer, LimitsBuilder>> ALL =
            new TreeMap<>(
                    Map.of(
                            "maxTasks", LimitsBuilder::maxTasks,
                            "maxFinishedTasks", LimitsBuilder::maxFinishedTasks,
                            "maxChains", LimitsBuilder::maxChains,
                            "blockHistoryPerChain", LimitsBuilder::blockHistoryPerChain,
                            "maxOperatorSetConfigs", LimitsBuilder::maxOperatorSetConfigs,
                            "maxAvsConfigs", LimitsBuilder::maxAvsConfigs,
                            "maxPerformers", LimitsBuilder::maxPerformers,
                            "maxInflightTasks", LimitsBuilder::maxInflightTasks,
                            "maxDeployments", LimitsBuilder::maxDeployments,
                            "maxProcessedTasks", LimitsBuilder::maxProcessedTasks));

    private final BareState state =
            new BareState(CommandStream.tightLimits(), TestKeys.STANDARD, 2);

    @Test
    void shouldNameTheLimitThatIsTooLow() throws IOException {
        CommandStream stream = new CommandStream(4);
        Map<String, Integer> named = new TreeMap<>();
        for (int i = 0; i < WRITES; i++) {
            apply(stream);
            state.publish();
            if (i % 20 == 0) {
                for (String name : ALL.keySet()) {
                    named.merge(name, refusedBelow(name) ? 1 : 0, Integer::sum);
                }
            }
        }
        assertTrue(named.values().stream().allMatch(count -> count > 0), named::toString);
    }

    @Test
    void shouldTakeHigherLimitsAndGoOnUnderThem() throws IOException {
        CommandStream stream = new CommandStream(5);
        for (int i = 0; i < WRITES; i++) {
            apply(stream);
        }
        state.publish();
        BareState restored = BareState.restore(state.image(), Limits.DEFAULT, TestKeys.of(9), 3);
        assertEquals(state.hash(), restored.hash());
        int refused = 0;
        for (int i = 0; i < WRITES; i++) {
            Logged command = LoggedCommands.next(stream);
            refused += state.apply(command, false).code() == ResultCode.CAPACITY_EXCEEDED ? 1 : 0;
            Outcome outcome = restored.apply(command, false);
            assertTrue(outcome.code() != ResultCode.CAPACITY_EXCEEDED, command::toString);
        }
        assertTrue(refused > 0, "the stream reaches no limit");
    }

    /** With the limit as low as what is stored it is restored, and with one less it is not. */
    private boolean refusedBelow(String name) throws IOException {
        int value = 20;
        LimitTooLowException last = null;
        while (value > 1 && last == null) {
            value--;
            LimitsBuilder builder = ALL.get(name).apply(Limits.builder(), value);
            try {
                BareState.restore(state.image(), builder.build(), TestKeys.of(9), 3);
            } catch (LimitTooLowException e) {
                last = e;
            }
        }
        if (last == null) {
            return false;
        }
        assertEquals(name, last.limit());
        assertEquals(value, last.value());
        assertEquals(value + 1, last.storedCount(), name);
        assertEquals(value + 1, storedCount(name), name);
        return true;
    }

    private long storedCount(String name) {
        AggregatorView aggregator = state.snapshot().aggregator();
        ExecutorView executor = state.snapshot().executor();
        return switch (name) {
            case "maxTasks" -> count(aggregator, PENDING) + count(aggregator, PROCESSING);
            case "maxFinishedTasks" -> count(aggregator, COMPLETED) + count(aggregator, FAILED);
            case "maxChains" -> aggregator.listChains().size();
            case "maxOperatorSetConfigs" -> aggregator.listOperatorSetConfigs().size();
            case "maxAvsConfigs" -> aggregator.listAvsConfigs().size();
            case "maxPerformers" -> executor.listPerformers().size();
            case "maxInflightTasks" -> executor.listInflightTasks().size();
            case "maxDeployments" -> executor.listDeployments().size();
            case "maxProcessedTasks" -> executor.listProcessedTasks().size();
            default ->
                    aggregator.listChains().stream()
                            .mapToLong(chain -> aggregator.listBlocks(chain).size())
                            .max()
                            .orElseThrow();
        };
    }

    private static long count(AggregatorView aggregator, TaskStatus status) {
        return aggregator.countTasks(status);
    }

    private void apply(CommandStream stream) {
        state.apply(LoggedCommands.next(stream), false);
    }
}
