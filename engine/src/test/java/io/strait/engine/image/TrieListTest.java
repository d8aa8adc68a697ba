package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrieListTest {
    private final List<String> expected = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 32, 33, 1_000, 5_000})
    void shouldEqualArrayListOfSameElements(int size) {
        TrieList<Entry, String> list = list(size);
        assertEquals(expected, list);
        assertEquals(list, expected);
        assertEquals(expected.hashCode(), list.hashCode());
        assertEquals(expected.toString(), list.toString());
        assertEquals(expected.isEmpty(), list.isEmpty());
        expected.add("one more");
        assertNotEquals(expected, list);
        assertNotEquals(list, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 33, 1_000})
    void shouldIterateToTheEndAndNoFurther(int size) {
        TrieList<Entry, String> list = list(size);
        Iterator<String> iterator = list.iterator();
        for (String element : expected) {
            assertTrue(iterator.hasNext());
            assertEquals(element, iterator.next());
        }
        assertFalse(iterator.hasNext());
        assertThrows(NoSuchElementException.class, iterator::next);
        assertThrows(UnsupportedOperationException.class, iterator::remove);
        List<String> visited = new ArrayList<>();
        list.forEach(visited::add);
        assertEquals(expected, visited);
    }

    @Test
    void shouldIterateBackwards() {
        TrieList<Entry, String> list = list(100);
        ListIterator<String> iterator = list.listIterator(list.size());
        for (int i = expected.size() - 1; i >= 0; i--) {
            assertEquals(i, iterator.previousIndex());
            assertEquals(expected.get(i), iterator.previous());
        }
        assertFalse(iterator.hasPrevious());
    }

    @Test
    void shouldRejectIndexOutOfBounds() {
        TrieList<Entry, String> list = list(10);
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(list.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> list.listIterator(list.size() + 1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.subList(0, list.size() + 1));
    }

    @Test
    void shouldFindElements() {
        TrieList<Entry, String> list = list(50);
        for (String element : expected) {
            assertTrue(list.contains(element));
            assertEquals(expected.indexOf(element), list.indexOf(element));
            assertEquals(expected.lastIndexOf(element), list.lastIndexOf(element));
        }
        assertEquals(-1, list.indexOf("absent"));
        assertFalse(list.contains(null));
    }

    @Test
    void shouldViewSublists() {
        TrieList<Entry, String> list = list(200);
        assertEquals(expected.subList(17, 133), list.subList(17, 133));
        assertEquals(
                expected.subList(20, 30), new ArrayList<>(list.subList(10, 100).subList(10, 20)));
        assertEquals(
                expected.subList(17, 133),
                list.subList(17, 133).stream().collect(Collectors.toList()));
        assertThrows(UnsupportedOperationException.class, () -> list.subList(0, 5).clear());
        assertThrows(UnsupportedOperationException.class, () -> list.subList(5, 5).clear());
        assertThrows(UnsupportedOperationException.class, () -> list.subList(0, 5).remove(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 33, 1_000})
    void shouldCopyToArrays(int size) {
        TrieList<Entry, String> list = list(size);
        int count = expected.size();
        assertArrayEquals(expected.toArray(), list.toArray());
        assertSame(Object[].class, list.toArray().getClass());
        assertArrayEquals(expected.toArray(), list.toArray(new String[0]));
        assertArrayEquals(expected.toArray(), list.toArray(String[]::new));
        String[] exact = new String[count];
        assertSame(exact, list.toArray(exact));
        assertArrayEquals(expected.toArray(), exact);
        String[] longer = new String[count + 2];
        longer[count] = "overwritten";
        longer[count + 1] = "kept";
        assertSame(longer, list.toArray(longer));
        assertNull(longer[count]);
        assertEquals("kept", longer[count + 1]);
        if (count > 0) {
            assertThrows(ArrayStoreException.class, () -> list.toArray(new Integer[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 33, 1_000})
    void shouldStreamInOrder(int size) {
        TrieList<Entry, String> list = list(size);
        assertEquals(expected, list.stream().toList());
        assertEquals(expected, list.parallelStream().collect(Collectors.toList()));
        assertEquals(
                expected.stream().skip(7).limit(20).toList(),
                list.stream().skip(7).limit(20).toList());
        assertEquals(expected.size(), list.stream().count());
    }

    @Test
    void shouldSplitEvenlyAtAnyMoment() {
        Spliterator<String> second = list(101).spliterator();
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertTrue(second.tryAdvance(visited::add));
        }
        assertEquals(expected.size() - 5, second.getExactSizeIfKnown());
        Spliterator<String> first = second.trySplit();
        assertTrue(first.hasCharacteristics(Spliterator.SIZED | Spliterator.ORDERED));
        assertTrue(first.hasCharacteristics(Spliterator.IMMUTABLE | Spliterator.SUBSIZED));
        assertEquals((expected.size() - 5) / 2, first.getExactSizeIfKnown());
        first.forEachRemaining(visited::add);
        assertEquals(0, first.estimateSize());
        assertFalse(first.tryAdvance(visited::add));
        second.forEachRemaining(visited::add);
        assertEquals(expected, visited);
        assertNull(second.trySplit());
        second.forEachRemaining(visited::add);
        assertEquals(expected.size(), visited.size());
    }

    @Test
    void shouldExhaustSpliteratorInOneGo() {
        Spliterator<String> spliterator = list(101).spliterator();
        List<String> visited = new ArrayList<>();
        spliterator.forEachRemaining(visited::add);
        spliterator.forEachRemaining(visited::add);
        assertEquals(expected, visited);
        assertEquals(0, spliterator.estimateSize());
        assertFalse(spliterator.tryAdvance(visited::add));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void shouldRejectEveryModification(int size) {
        TrieList<Entry, String> list = list(size);
        List<Executable> modifications =
                List.of(
                        () -> list.add("x"),
                        () -> list.add(0, "x"),
                        () -> list.addAll(List.of()),
                        () -> list.addAll(0, List.of()),
                        () -> list.set(0, "x"),
                        () -> list.remove(0),
                        () -> list.remove("absent"),
                        () -> list.removeAll(List.of()),
                        () -> list.retainAll(List.of()),
                        () -> list.removeIf(element -> false),
                        () -> list.replaceAll(element -> element),
                        () -> list.sort(null),
                        () -> list.clear());
        for (Executable modification : modifications) {
            assertThrows(UnsupportedOperationException.class, modification);
        }
        assertEquals(expected, list);
    }

    @Test
    void shouldRejectNullArguments() {
        assertThrows(NullPointerException.class, () -> new TrieList<>(null, leaf -> leaf));
        assertThrows(NullPointerException.class, () -> new TrieList<>(TrieNode.empty(), null));
        assertThrows(NullPointerException.class, () -> list(0).forEach(null));
    }

    /** A list over about as many leaves: every seventh key has three, at its end and in between. */
    private TrieList<Entry, String> list(int size) {
        LongTrie<Entry> trie = new LongTrie<>(Entry.KEY);
        for (int i = 0; expected.size() < size; i++) {
            long key = i * 37L;
            for (int twin = 0; twin < (i % 7 == 6 ? 3 : 1); twin++) {
                Entry entry = new Entry(key, "#" + twin);
                trie.insert(entry, 1);
                expected.add(entry.toString());
            }
        }
        return new TrieList<>(trie.root(), Entry::toString);
    }
}
