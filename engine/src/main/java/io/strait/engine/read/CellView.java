package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.engine.bytes.Words;
import org.agrona.MutableDirectBuffer;

/**
 * What is in a cell whose memory may be used again meanwhile: everything is read first, then
 * verified. Only the places that depend on nothing in the cell are sure to be in its array; what is
 * thrown because another one is not counts only if the cell is still what it was.
 */
interface CellView {
    /** The array that the cell is in; throws when there is none. */
    long[] words();

    /** Where in there the cell begins. */
    int at();

    /** Where addresses are decoded. */
    DecodedAddresses addresses();

    /** Throws when what was just read may be from what the memory is used for now. */
    void verify();

    /** A word whose place depends on the lengths of what is before it. */
    default long wordBehind(int word) {
        long[] words = words();
        long value;
        try {
            value = words[at() + word];
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return value;
    }

    /** Copies bytes out, and returns how many. */
    default int copyOut(int word, int length, byte[] target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, at() + word, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    /** Copies bytes out, and returns how many. */
    default int copyOut(int word, int length, MutableDirectBuffer target, int offset) {
        long[] words = words();
        try {
            Words.unpack(words, at() + word, target, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw verified(e);
        }
        verify();
        return length;
    }

    /** The address that begins at a word. */
    default Address address(int word, int code) {
        long[] words = words();
        // What is decoded must be the cell's: an address that is none would be kept.
        verify();
        Address address;
        try {
            address = addresses().of(words, at() + word, code);
        } catch (RuntimeException e) {
            throw verified(e);
        }
        verify();
        return address;
    }

    private RuntimeException verified(RuntimeException thrown) {
        verify();
        return thrown;
    }
}
