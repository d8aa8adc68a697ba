package io.strait.engine.index;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ordered set with the cells that stand in it, as a table uses them, and a map beside it of what
 * it has to have. A cell has up to three states, each with the position from which it holds; when
 * there is no room for another, a new cell takes its place:
 *
 * <pre>
 *   3   place
 *   4   generation: told with the element
 *   5   number
 *   6   stamps of its states: position | tracks (2 bits)
 * </pre>
 */
final class DrivenSet implements Versions {
    static final int TRACKS = 2;
    static final int SECOND_KIND = TRACKS;

    private static final int KIND = 1;
    private static final int PLACE = Cells.HEADER_WORDS;
    private static final int GENERATION = PLACE + 1;
    private static final int NUMBER = GENERATION + 1;
    private static final int STAMPS = NUMBER + 1;
    private static final int STATES = 3;
    private static final int WORDS = STAMPS + STATES;

    final OrderedSet set;

    private final Arena arena;
    private final CellIndex index;
    private long numbersAsked;
    private final TreeMap<Long, Member> members = new TreeMap<>();
    private final Map<Long, Object> holders = new HashMap<>();
    private List<Long> places = List.of();
    private long position;
    private long generations;
    private long made;
    private long soughtPlace;

    DrivenSet(int quarantine) {
        arena = new Arena(quarantine);
        index = new CellIndex(arena.cells());
        set = new OrderedSet(arena, new StripSweeper(arena), TRACKS, 1, this);
        arena.setOwner(KIND, this::onFree);
    }

    long position() {
        return position;
    }

    boolean isValid(long at) {
        return arena.horizon().validate(at);
    }

    /** The places that are taken, in their order. */
    List<Long> places() {
        if (places.size() != members.size()) {
            places = new ArrayList<>(members.keySet());
        }
        return places;
    }

    /** Where the one stands that was added last. */
    long lastPlace() {
        return members.lastKey();
    }

    int cellAt(long place) {
        return members.get(place).cell;
    }

    long numberOf(int cell) {
        numbersAsked++;
        return arena.cells().word(cell, NUMBER);
    }

    /** How many numbers the set has asked for. */
    long numbersAsked() {
        return numbersAsked;
    }

    /** Another number, which holds while it is on a track. */
    void number(long place, long number) {
        Member member = members.get(place);
        member.number = number;
        arena.cells().word(member.cell, NUMBER, number);
        set.lower(OrderedSet.WRITERS_BOUND, place, number);
    }

    long number(long place) {
        return members.get(place).number;
    }

    /** How many elements were made for lists. */
    long made() {
        return made;
    }

    /** What the members of a track are now, as elements, by place. */
    TreeMap<Long, String> members(int track) {
        TreeMap<Long, String> found = new TreeMap<>();
        members.forEach(
                (place, member) -> {
                    if ((member.tracks >>> track & 1) != 0) {
                        found.put(place, place + ":" + member.generation);
                    }
                });
        return found;
    }

    void add(int tracks, long number) {
        int cell = arena.make(WORDS, KIND);
        long place = number == 0 ? set.append(cell) : set.append(cell, number);
        Member member = new Member(cell, number);
        begin(cell, place, member, tracks);
        members.put(place, member);
        places = List.of();
        set.lower(OrderedSet.ANY_THREADS_BOUND, place, number);
        enterAndLeave(place, 0, tracks);
    }

    void remove(long place) {
        Member member = members.remove(place);
        places = List.of();
        enterAndLeave(place, member.tracks, 0);
        set.release(place);
        arena.drop(member.cell);
    }

    /** Other content, in a new cell unless nobody has seen this one. */
    void renew(long place) {
        Member member = members.get(place);
        if (arena.isUnpublished(member.cell)) {
            for (int track = 0; track < TRACKS; track++) {
                if ((member.tracks >>> track & 1) != 0) {
                    set.touch(track, place);
                }
            }
            member.generation = ++generations;
            arena.cells().word(member.cell, GENERATION, member.generation);
        } else {
            replace(place, member, member.tracks);
        }
    }

    /** To other tracks: a state more. */
    void move(long place, int tracks) {
        Member member = members.get(place);
        int from = member.tracks;
        int state = newestState(member.cell);
        boolean isOwn = stampAt(member.cell, state) >>> TRACKS == arena.batch();
        if (!isOwn && state == STATES - 1) {
            replace(place, member, tracks);
        } else {
            setState(member.cell, isOwn ? state : state + 1, tracks);
            member.tracks = tracks;
        }
        enterAndLeave(place, from, tracks);
    }

    void publish(int commands) {
        position += commands;
        arena.publish(position);
    }

    void pin() {
        Object holder = new Object();
        holders.put(position, holder);
        arena.pin(position, holder);
    }

    /** As if its holder were gone. */
    void unpin(long at) {
        holders.remove(at);
        arena.pins().seeing(at, at + 1).enqueue();
    }

    /** A list of a kind, or null when the position is not valid any more. */
    List<String> list(int kind, long at, boolean isPinned) {
        Elements elements =
                new Elements() {
                    @Override
                    public Object element(int cell, long of) {
                        made++;
                        String element = DrivenSet.this.element(cell, of);
                        return kind == SECOND_KIND ? "second " + element : element;
                    }

                    @Override
                    public boolean validate(long of) {
                        return isPinned || isValid(of);
                    }
                };
        try {
            return set.listAt(kind, at, elements);
        } catch (RuntimeException e) {
            if (isPinned || isValid(at)) {
                throw e;
            }
            return null;
        }
    }

    String element(int cell, long at) {
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        return chunk[Cells.at(cell) + PLACE] + ":" + chunk[Cells.at(cell) + GENERATION];
    }

    @Override
    public int versionAt(int cell, long place, int track, long at) {
        int version = cell;
        if (cell == Cells.NONE || !isAt(cell, place)) {
            return Cells.NONE;
        }
        if (!isThere(cell, at)) {
            version = index.findAt(at, hash(place), DrivenSet::hasPlace, null, place);
        }
        return version != Cells.NONE && (tracksAt(version, at) >>> track & 1) != 0
                ? version
                : Cells.NONE;
    }

    private void replace(long place, Member member, int tracks) {
        int old = member.cell;
        int cell = arena.make(WORDS, KIND);
        member.cell = cell;
        begin(cell, place, member, tracks);
        set.replace(place, cell);
        arena.drop(old);
    }

    private void begin(int cell, long place, Member member, int tracks) {
        Cells cells = arena.cells();
        member.generation = ++generations;
        member.tracks = tracks;
        cells.word(cell, PLACE, place);
        cells.word(cell, GENERATION, member.generation);
        cells.word(cell, NUMBER, member.number);
        for (int i = 0; i < STATES; i++) {
            cells.word(cell, STAMPS + i, Long.MAX_VALUE);
        }
        setState(cell, 0, tracks);
        index.insert(cell, hash(place));
    }

    private void enterAndLeave(long place, int from, int to) {
        for (int track = 0; track < TRACKS; track++) {
            boolean was = (from >>> track & 1) != 0;
            boolean is = (to >>> track & 1) != 0;
            if (is && !was) {
                set.enter(track, place);
                if (track == 0) {
                    set.lower(OrderedSet.WRITERS_BOUND, place, number(place));
                }
            } else if (was && !is) {
                set.leave(track, place);
            }
        }
    }

    private void onFree(int cell) {
        long place = arena.cells().word(cell, PLACE);
        index.remove(cell, hash(place));
        int older = Cells.NONE;
        if (!arena.pins().isEmpty() || arena.isUnpublished(cell)) {
            soughtPlace = place;
            older = index.findNewest(hash(place), this::isOlder);
        }
        set.forward(place, cell, older);
    }

    private boolean isOlder(long[] chunk, int at, int cell) {
        return chunk[at + PLACE] == soughtPlace;
    }

    private boolean isAt(int cell, long place) {
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        return chunk[Cells.at(cell) + PLACE] == place;
    }

    private boolean isThere(int cell, long at) {
        long[] chunk = Cells.chunk(arena.cells().chunksAcquire(), cell);
        return Cells.isThere(chunk, Cells.at(cell), at);
    }

    private int tracksAt(int cell, long at) {
        int state = 0;
        while (state < STATES - 1 && stampAt(cell, state + 1) >>> TRACKS <= at) {
            state++;
        }
        return (int) stampAt(cell, state) & (1 << TRACKS) - 1;
    }

    private int newestState(int cell) {
        int state = 0;
        while (state < STATES - 1 && stampAt(cell, state + 1) != Long.MAX_VALUE) {
            state++;
        }
        return state;
    }

    private void setState(int cell, int state, int tracks) {
        Cells.wordRelease(
                arena.cells().chunk(cell),
                Cells.at(cell) + STAMPS + state,
                arena.batch() << TRACKS | tracks);
    }

    private long stampAt(int cell, int state) {
        return arena.cells().word(cell, STAMPS + state);
    }

    private static boolean hasPlace(long[] chunk, int at, int cell, Object key, long place) {
        return chunk[at + PLACE] == place;
    }

    private static int hash(long place) {
        return TestKeys.STANDARD.of(1, place);
    }

    /** What stands in a place now. */
    private static final class Member {
        private int cell;
        private long generation;
        private int tracks;
        private long number;

        private Member(int cell, long number) {
            this.cell = cell;
            this.number = number;
        }
    }
}
