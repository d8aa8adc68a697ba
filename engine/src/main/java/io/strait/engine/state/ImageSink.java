package io.strait.engine.state;

import java.io.IOException;

/** Takes the items of an image of a state, in their order: see {@link ImageItem}. */
public interface ImageSink {
    /**
     * The next item.
     *
     * @param kind which kind it is of
     * @param words its words are in here, valid until this returns
     * @param at where they begin
     * @param count how many there are
     */
    void item(int kind, long[] words, int at, int count) throws IOException;
}
