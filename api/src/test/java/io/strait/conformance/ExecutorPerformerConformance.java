package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.performer;
import static io.strait.conformance.Samples.performerOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Saving, deleting and replacing performers. */
public abstract class ExecutorPerformerConformance extends Conformance {

    @Test
    void shouldSaveAndGetAPerformer() {
        assertEquals(Optional.empty(), executor.getPerformer("p"));
        assertEquals(List.of(), executor.listPerformers());
        executor.savePerformer(performer("p"));
        assertEquals(Optional.of(performer("p")), executor.getPerformer("p"));
        assertEquals(Optional.empty(), executor.getPerformer("P"));
    }

    @Test
    void shouldListPerformersInTheOrderInWhichTheyWereFirstSaved() {
        save("c", "a", "b");
        Performer sick = performer("c").toBuilder().containerHealthy(false).build();
        executor.savePerformer(sick);
        assertEquals(List.of(sick, performer("a"), performer("b")), executor.listPerformers());
        executor.deletePerformer("c");
        save("c");
        assertEquals(List.of("a", "b", "c"), ids());
    }

    @Test
    void shouldListThePerformersOfOneAvs() {
        save("a");
        executor.savePerformer(performerOf(OTHER_AVS, "b"));
        save("c");
        assertEquals(List.of(performer("a"), performer("c")), executor.listPerformersForAvs(AVS));
        assertEquals(
                List.of(performerOf(OTHER_AVS, "b")), executor.listPerformersForAvs(OTHER_AVS));
        assertEquals(List.of(), executor.listPerformersForAvs(Address.of("0xc3")));
    }

    @Test
    void shouldFollowAPerformerToAnotherAvsInItsOldPlace() {
        executor.savePerformer(performerOf(OTHER_AVS, "a"));
        executor.savePerformer(performerOf(OTHER_AVS, "b"));
        executor.savePerformer(performerOf(AVS, "c"));
        executor.savePerformer(performerOf(AVS, "a"));
        assertEquals(List.of("a", "b", "c"), ids());
        assertEquals(
                List.of(performerOf(AVS, "a"), performerOf(AVS, "c")),
                executor.listPerformersForAvs(AVS));
        assertEquals(
                List.of(performerOf(OTHER_AVS, "b")), executor.listPerformersForAvs(OTHER_AVS));
    }

    @Test
    void shouldRejectMorePerformersThanTheLimit() {
        useLimits(limits -> limits.maxPerformers(2));
        save("a", "b");
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> executor.savePerformer(performer("c")));
        assertEquals("maxPerformers", refusal.limit());
        assertEquals(2, refusal.value());
        save("b");
        executor.deletePerformer("a");
        save("c");
        assertEquals(List.of("b", "c"), ids());
    }

    @Test
    void shouldDeleteAPerformer() {
        save("a", "b");
        executor.deletePerformer("a");
        assertEquals(Optional.empty(), executor.getPerformer("a"));
        assertEquals(List.of(performer("b")), executor.listPerformersForAvs(AVS));
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> executor.deletePerformer("a"));
        assertEquals("a", refusal.id());
        assertEquals("performerId=a does not exist", refusal.getMessage());
    }

    @Test
    void shouldReplaceAPerformerByOneWithAnotherId() {
        save("a", "b");
        executor.replacePerformer("a", performer("new"));
        assertEquals(List.of("b", "new"), ids());
        assertEquals(Optional.empty(), executor.getPerformer("a"));
        assertEquals(Optional.of(performer("new")), executor.getPerformer("new"));
    }

    @Test
    void shouldReplaceAPerformerInItsOldPlaceUnderTheSameId() {
        save("a", "b");
        Performer replacement = performerOf(OTHER_AVS, "a");
        executor.replacePerformer("a", replacement);
        assertEquals(List.of(replacement, performer("b")), executor.listPerformers());
        assertEquals(List.of(replacement), executor.listPerformersForAvs(OTHER_AVS));
    }

    @Test
    void shouldReplaceAPerformerAlsoWhenThereIsNoRoomForOneMore() {
        useLimits(limits -> limits.maxPerformers(1));
        save("a");
        executor.replacePerformer("a", performer("b"));
        assertEquals(List.of("b"), ids());
    }

    @Test
    void shouldRejectReplacingAnUnknownPerformer() {
        save("taken");
        NotFoundException refusal =
                assertRefused(
                        NotFoundException.class,
                        () -> executor.replacePerformer("none", performer("taken")));
        assertEquals("none", refusal.id());
        assertRefused(
                NotFoundException.class,
                () -> executor.replacePerformer("none", performer("none")));
    }

    @Test
    void shouldRejectAReplacementWithTheIdOfAThirdPerformer() {
        save("a", "b");
        AlreadyExistsException refusal =
                assertRefused(
                        AlreadyExistsException.class,
                        () -> executor.replacePerformer("a", performer("b")));
        assertEquals("b", refusal.id());
        assertEquals("performerId=b exists already", refusal.getMessage());
    }

    private void save(String... ids) {
        for (String id : ids) {
            executor.savePerformer(performer(id));
        }
    }

    private List<String> ids() {
        return executor.listPerformers().stream().map(Performer::id).toList();
    }
}
