package io.strait.engine.flat;

/** Is told of cells, one after the other. */
public interface CellVisitor {
    /**
     * One of them.
     *
     * @param cell its number
     */
    void visit(int cell);
}
