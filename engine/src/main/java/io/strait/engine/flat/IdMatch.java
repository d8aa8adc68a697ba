package io.strait.engine.flat;

/** Matches the task of an id, which is given as words or as a text. Reused. */
final class IdMatch implements LeafMatch {
    private final ObjectCells cells;
    private long[] encoded;
    private int at;
    private int byteCount;
    private String text;

    IdMatch(ObjectCells cells) {
        this.cells = cells;
    }

    void start(long[] words, int index, int length) {
        encoded = words;
        at = index;
        byteCount = length;
        text = null;
    }

    void start(String id) {
        text = id;
    }

    @Override
    public boolean matches(int cell) {
        long[] chunk = cells.chunk(cell);
        int cellAt = Cells.at(cell);
        return text == null
                ? TaskWords.hasId(chunk, cellAt, encoded, at, byteCount)
                : TaskWords.hasId(chunk, cellAt, text);
    }
}
