package io.strait.engine.journal;

import java.io.IOException;
import java.util.List;

/**
 * A directory of files, and what it takes for them to survive a crash. The journal sees no other
 * part of the file system; tests put one in its place that loses what was not forced.
 */
public interface Disk {
    /**
     * Keeps others out, until it is unlocked or the process ends. First of all; makes the directory
     * where there is none.
     *
     * @throws io.strait.api.error.DirectoryInUseException when another has locked it
     */
    void lock() throws IOException;

    /** Lets others in. Does nothing where it is not locked. */
    void unlock() throws IOException;

    /** The names of all files. */
    List<String> names() throws IOException;

    /** A new file, to be written; fails where there is one of this name. */
    DiskFile create(String name) throws IOException;

    /** A file that is there, to be written on. */
    DiskFile open(String name) throws IOException;

    /** A file that is there, to be read. */
    DiskFile openToRead(String name) throws IOException;

    /** Gives a file another name, in one step; replaces a file that has it. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file. */
    void delete(String name) throws IOException;

    /** Whether there may be room for so many bytes more; an estimate. */
    boolean mayHold(long bytes);

    /** Whether an operation failed because there is no room. */
    boolean isFull(IOException failure);

    /** Puts the names on stable storage: what was created, renamed and deleted. */
    void forceNames() throws IOException;
}
