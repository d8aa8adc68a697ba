package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.internal.Hash64;
import io.strait.engine.codec.Codebook;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.image.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records against a map, in batches that change the same few again and again, while positions that
 * are held are compared with what they showed. Seen to fail when a published record is written
 * over, or one that is too small, or one of another group; when the object is not forgotten that
 * words are written over, and when an object that is written over words is not kept.
 */
class FlatRecordsTest {
    private static final int IDS = 8;
    private static final int AVS_COUNT = 3;
    private static final int MAX_EDITS = 12;
    private static final int MOST_HELD = 10;

    private final Codebook codebook =
            new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT);
    private final FlatMemory memory = new FlatMemory(Keys.STANDARD, codebook, 4);
    private final FlatRecords<Performer> performers = memory.newPerformers();
    private final RecordReads<Performer> reads = StateReads.captured(memory).performers();
    private final Map<String, Performer> model = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private long number;

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void shouldShowWhatAMapShows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long position = 0;
        for (int batch = 0; batch < 3_000; batch++) {
            int edits = 1 + random.nextInt(MAX_EDITS);
            for (int i = 0; i < edits; i++) {
                edit(random);
            }
            position += edits;
            memory.publish(position);
            Held newest = new Held(position, memory.roots().node(), List.copyOf(model.values()));
            check(newest);
            if (random.nextInt(10) == 0) {
                memory.pin(position, newest);
                held.add(newest);
            }
            if (held.size() > MOST_HELD) {
                check(held.remove(random.nextInt(MOST_HELD)));
            }
        }
        held.forEach(this::check);
    }

    private void edit(SplittableRandom random) {
        String id = "performer-" + random.nextInt(IDS);
        int cell = performers.find(Hash64.of(id), id);
        assertEquals(model.containsKey(id), cell != FlatRecords.NONE);
        if (cell != FlatRecords.NONE && random.nextInt(10) == 0) {
            performers.remove(cell);
            model.remove(id);
            return;
        }
        Performer performer = newPerformer(id, random);
        model.put(id, performer);
        if (random.nextBoolean()) {
            if (cell == FlatRecords.NONE) {
                performers.add(performer);
            } else {
                performers.replace(cell, performer);
            }
        } else {
            long[] words = FlatWords.of(performer, codebook);
            assertEquals(cell, performers.find(words, 0));
            if (cell == FlatRecords.NONE) {
                performers.add(words, 0);
            } else {
                performers.replace(cell, words, 0);
            }
        }
    }

    private void check(Held one) {
        long at = one.position;
        assertEquals(one.performers, reads.list(reads.all(one.roots), at));
        for (int i = 0; i < AVS_COUNT; i++) {
            Address avs = avs(i);
            assertEquals(
                    one.performers.stream().filter(some -> some.avs().equals(avs)).toList(),
                    reads.list(reads.ofAvs(one.roots, at, avs), at));
        }
        for (Performer performer : one.performers) {
            String id = performer.id();
            assertEquals(Optional.of(performer), reads.get(at, Hash64.of(id), id));
        }
    }

    private Performer newPerformer(String id, SplittableRandom random) {
        return Performer.builder(id, avs(random.nextInt(AVS_COUNT)))
                .createdAtMs(number++)
                .status("s".repeat(random.nextInt(random.nextInt(10) == 0 ? 1_000 : 20)))
                .build();
    }

    private static Address avs(int i) {
        return Address.of("0xa" + i);
    }

    /** A published position, and what there was. */
    private record Held(long position, int roots, List<Performer> performers) {}
}
