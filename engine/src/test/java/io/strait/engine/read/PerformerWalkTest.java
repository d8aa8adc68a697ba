package io.strait.engine.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks whose performers are replaced by others of other lengths, and whose memory is used again at
 * once, while they are under way, but not in the midst of a read: {@link CellWalkRaceTest}. Seen to
 * fail when the object is not verified.
 */
class PerformerWalkTest {
    private static final int IDS = 150;
    private static final int AVS_COUNT = 7;

    private final WrittenState written = new WrittenState();
    private final PerformerWalk walk =
            new PerformerWalk(written.state, new DecodedAddresses(written.state.keys()));

    /** All that there ever were, by the time of their creation. */
    private final List<Performer> made = new ArrayList<>();

    private final Map<String, Performer> model = new LinkedHashMap<>();
    private final Set<Performer> replaced = new HashSet<>();

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void shouldShowEachPerformerAsItWasOrNotAtAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int shown = 0;
        for (int i = 0; i < 1_000; i++) {
            if (random.nextInt(3) > 0) {
                change(random, 1 + random.nextInt(20));
            }
            shown += walk(random);
        }
        assertTrue(shown > 10_000, "shown=" + shown);
    }

    /** Returns how many performers were shown. */
    private int walk(SplittableRandom random) {
        walk.begin(written.state.performers().order(), 0, written.position(), null);
        List<Performer> expected = new ArrayList<>(model.values());
        assertEquals(expected.size(), walk.size());
        replaced.clear();
        int stepsToChange = random.nextBoolean() ? 8 : IDS;
        int at = 0;
        int shown = 0;
        while (walk.next()) {
            Performer performer = performer(random, stepsToChange);
            if (performer != null) {
                while (!expected.get(at).equals(performer)) {
                    assertTrue(replaced.contains(expected.get(at)), "passed by");
                    at++;
                }
                at++;
                shown++;
            }
        }
        assertTrue(replaced.containsAll(expected.subList(at, expected.size())), "left out");
        return shown;
    }

    /** What the walk is at, or null when it has gone under the reader's eyes. */
    private Performer performer(SplittableRandom random, int stepsToChange) {
        try {
            Performer performer = made.get((int) walk.createdAtMs());
            if (random.nextInt(stepsToChange) == 0) {
                change(random, 1 + random.nextInt(10));
            }
            requireParts(performer, random.nextInt(4));
            return performer;
        } catch (IllegalStateException gone) {
            assertTrue(gone.getMessage().contains("used again"), gone::getMessage);
            return null;
        }
    }

    private void requireParts(Performer performer, int which) {
        byte[] bytes = new byte[1_000];
        switch (which) {
            case 0 -> assertEquals(performer.avs(), walk.avs());
            case 1 -> assertEquals(performer.id(), ascii(bytes, walk.copyId(bytes, 0)));
            case 2 ->
                    assertEquals(
                            performer.status().length(), walk.textLength(PerformerText.STATUS));
            default -> {
                int length = walk.copyText(PerformerText.HOST_NAME, bytes, 0);
                assertEquals(performer.hostName(), ascii(bytes, length));
            }
        }
    }

    /** Saves, replaces and deletes, and publishes that. */
    private void change(SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            String id = "performer-" + random.nextInt(IDS);
            Performer before = model.get(id);
            if (before != null) {
                replaced.add(before);
            }
            if (before != null && random.nextInt(5) == 0) {
                written.apply(new DeletePerformer(id), 0, false);
                model.remove(id);
            } else {
                save(newPerformer(id, random), random.nextBoolean());
            }
        }
        written.publish();
    }

    private void save(Performer performer, boolean asObject) {
        made.add(performer);
        model.put(performer.id(), performer);
        written.apply(new SavePerformer(performer), 0, asObject);
    }

    private Performer newPerformer(String id, SplittableRandom random) {
        int number = made.size();
        return Performer.builder(id, Address.of("0xa" + number % AVS_COUNT))
                .createdAtMs(number)
                .status("s".repeat(random.nextInt(60)))
                .hostName("host-" + number)
                .build();
    }

    private static String ascii(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
