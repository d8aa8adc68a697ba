package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The structure of a trie as text, and the rules that every structure obeys. */
final class TrieShape {
    private TrieShape() {}

    /** Equal for tries of the same shape with leaves of the same names, in whatever generation. */
    static String dump(TrieNode<Entry> root) {
        StringBuilder text = new StringBuilder();
        append(text, root, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Object slot, int depth) {
        text.append("  ".repeat(depth));
        if (slot instanceof TrieNode<?> node) {
            text.append(Long.toHexString(node.prefix)).append('/').append(node.shift);
            text.append(" bitmap=").append(Integer.toHexString(node.bitmap));
            text.append(" branches=").append(Integer.toHexString(node.branches));
            text.append(" size=").append(node.size).append('\n');
            for (int i = 0; i < node.slotCount(); i++) {
                append(text, node.slots[i], depth + 1);
            }
        } else if (slot instanceof Collision collision) {
            text.append("collision");
            collision.forEach(leaf -> text.append(' ').append(leaf));
            text.append('\n');
        } else {
            text.append(slot).append('\n');
        }
    }

    static void verify(TrieNode<Entry> root) {
        if (root.slotCount() < 2) {
            assertEquals(0, root.shift, "shift of a root with a lone slot");
            assertEquals(0, root.branches, "branches of a root with a lone slot");
        }
        verifyNode(root, root);
    }

    private static void verifyNode(TrieNode<?> node, TrieNode<?> root) {
        assertTrue(node.shift >= 0 && node.shift < 64 && node.shift % 5 == 0, "shift");
        assertTrue(node.shift < 60 || node.bitmap >>> 16 == 0, "the top group has four bits");
        assertTrue(node == root || node.slotCount() > 1, "a child node has two slots or more");
        assertTrue(node.slots.length <= 32, "capacity");
        int size = 0;
        int rest = node.bitmap;
        for (int i = 0; i < node.slotCount(); i++, rest &= rest - 1) {
            int bit = rest & -rest;
            Object slot = node.slots[i];
            assertNotNull(slot, "slot");
            assertEquals(slot instanceof TrieNode, (node.branches & bit) != 0, "branch bit");
            verifySlot(node, bit, slot, root);
            size += TrieSearch.sizeOf(slot);
        }
        for (int i = node.slotCount(); i < node.slots.length; i++) {
            assertNull(node.slots[i], "vacant slot");
        }
        assertEquals(node.bitmap, node.bitmap | node.branches, "a branch bit without a slot");
        assertEquals(size, node.size, "size");
    }

    private static void verifySlot(TrieNode<?> node, int bit, Object slot, TrieNode<?> root) {
        if (slot instanceof TrieNode<?> child) {
            assertTrue(child.shift < node.shift, "shifts fall on the way down");
            assertTrue(child.generation <= node.generation, "no child is younger than its parent");
            verifyKey(node, bit, child.prefix);
            verifyNode(child, root);
        } else if (slot instanceof Collision collision) {
            Entry first = (Entry) collision.leaf(0);
            verifyKey(node, bit, first.key);
            for (int i = 1; i < collision.size(); i++) {
                assertEquals(first.key, ((Entry) collision.leaf(i)).key, "key in a collision");
            }
        } else {
            verifyKey(node, bit, ((Entry) slot).key);
        }
    }

    private static void verifyKey(TrieNode<?> node, int bit, long key) {
        long covered = node.shift == 60 ? 0 : -1L << node.shift + 5;
        assertEquals(node.prefix, key & covered, "prefix");
        assertEquals(bit, 1 << (int) (key >>> node.shift & 31), "bit");
    }
}
