package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import io.strait.engine.LoggedCommands.Logged;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.state.ImageDigest;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.StateImage;
import io.strait.model.CommandStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A state is taken from an image to another one again and again, at random positions, at once or
 * after it has gone on for long; then both get the same commands. Within limits that all are
 * reached, so that whatever an image leaves out, or has in another order, shows by an outcome or by
 * the next digest. Seen to fail when an image leaves out one of the numbers of steady time, the
 * block that was too old, a lease, when a task was created, or the order of finishing or of
 * failing; and when the writer keeps the block that was too old, or the order of finishing, for
 * nobody's position.
 */
class StateImageModelTest {
    private static final int WRITES = 6_000;
    private static final int LONG_WRITES = 600_000;
    private static final int LONGEST_BATCH = 8;
    private static final int MOST_HELD = 6;
    private static final int MOST_TWINS = 3;

    private final Limits limits = CommandStream.tightLimits();
    private final List<Held> held = new ArrayList<>();
    private final List<BareState> twins = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldGoOnAsTheOneItWasTakenFrom(long seed) {
        run(seed, WRITES);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void shouldGoOnAsTheOneItWasTakenFromForLong(long seed) {
        run(seed, LONG_WRITES);
    }

    /** Failed deployments make room in the order in which they failed, not were saved. */
    @Test
    void shouldDropFailedDeploymentsInTheOrderOfFailing() throws IOException {
        Limits three = Limits.builder().maxDeployments(3).build();
        BareState state = new BareState(three, TestKeys.STANDARD, 2);
        for (String id : List.of("a", "b", "c")) {
            state.apply(save(id), false);
        }
        for (String id : List.of("c", "a")) {
            Write<?> failed = new UpdateDeploymentStatus(id, DeploymentStatus.FAILED, "");
            state.apply(LoggedCommands.of(failed, 1), false);
        }
        state.publish();
        BareState restored = BareState.restore(state.image(), three, TestKeys.of(1), 2);
        for (String id : List.of("d", "e", "f")) {
            state.apply(save(id), false);
            state.publish();
            restored.apply(save(id), false);
            restored.publish();
            assertEquals(digest(state.image()), digest(restored.image()), id);
        }
    }

    private static Logged save(String id) {
        return LoggedCommands.of(
                new SaveDeployment(new DeploymentRequest(id, Address.of("0xa"), "x", "y")), 1);
    }

    private void run(long seed, int writes) {
        CommandStream stream = new CommandStream(seed);
        SplittableRandom random = new SplittableRandom(seed);
        BareState state = new BareState(limits, TestKeys.STANDARD, random.nextInt(3));
        try {
            while (state.position() < writes) {
                int batch = 1 + random.nextInt(LONGEST_BATCH);
                for (int i = 0; i < batch; i++) {
                    apply(state, LoggedCommands.next(stream));
                }
                state.publish();
                twins.forEach(BareState::publish);
                check(state, random);
            }
        } catch (AssertionError | RuntimeException | IOException e) {
            throw new AssertionError(stream + " at " + state.position() + ": " + e, e);
        }
    }

    private void apply(BareState state, Logged command) {
        Outcome expected = state.apply(command, true);
        for (BareState twin : twins) {
            Outcome outcome = twin.apply(command, true);
            assertEquals(expected.code(), outcome.code(), command::toString);
            assertEquals(expected.producerCode(), outcome.producerCode(), command::toString);
            assertEquals(expected.detail(), outcome.detail(), command::toString);
            assertEquals(expected.reference(), outcome.reference(), command::toString);
            assertEquals(expected.isChanged(), outcome.isChanged(), command::toString);
        }
    }

    private void check(BareState state, SplittableRandom random) throws IOException {
        if (random.nextInt(4) == 0) {
            held.add(new Held(state.image(), digest(state.image()), state.hash()));
            for (BareState twin : twins) {
                assertEquals(held.get(held.size() - 1).digest, digest(twin.image()), "a twin's");
                assertEquals(state.hash(), twin.hash(), "a twin's hash");
            }
        }
        if (random.nextInt(6) == 0) {
            Held now = new Held(state.image(), digest(state.image()), state.hash());
            twins.add(now.restore(limits, random));
        }
        while (held.size() > MOST_HELD) {
            held.remove(random.nextInt(held.size())).restore(limits, random);
        }
        while (twins.size() > MOST_TWINS) {
            twins.remove(random.nextInt(twins.size()));
        }
        if (random.nextInt(2_000) == 0) {
            System.gc(); // lets the writer know of those that were let go
        }
    }

    private static long digest(StateImage image) throws IOException {
        ImageDigest digest = image.writeTo((kind, words, at, count) -> {});
        return digest.value();
    }

    /** An image, and what it must be. */
    private record Held(StateImage image, long digest, long hash) {
        BareState restore(Limits limits, SplittableRandom random) throws IOException {
            assertEquals(digest, digest(image), () -> "held from " + image.position());
            BareState restored =
                    BareState.restore(
                            image,
                            limits,
                            TestKeys.masked(random.nextBoolean() ? -1 : 1),
                            random.nextInt(300));
            assertEquals(digest, StateImageModelTest.digest(restored.image()), "what was restored");
            assertEquals(hash, restored.hash(), "the hash of what was restored");
            return restored;
        }

        private static long digest(StateImage image) throws IOException {
            return StateImageModelTest.digest(image);
        }
    }
}
