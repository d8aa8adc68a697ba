package io.strait.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Markdown table whose columns are aligned, so that it reads as well on a terminal. */
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columnCount;
    private final int textColumnCount;

    /**
     * An empty table.
     *
     * @param textColumnCount how many columns, from the left, hold text; the others hold figures,
     *     and are aligned to the right
     * @param headers the columns' headers
     */
    public MarkdownTable(int textColumnCount, String... headers) {
        this.textColumnCount = textColumnCount;
        columnCount = headers.length;
        add(headers);
    }

    /** Adds a row of as many cells as there are headers. */
    public void add(String... cells) {
        if (cells.length != columnCount) {
            throw new IllegalArgumentException(
                    "cells=" + Arrays.toString(cells) + " must be " + columnCount);
        }
        rows.add(Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).toList());
    }

    /** The table, ending in a line end. */
    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            appendRow(text, rows.get(row), widths);
            if (row == 0) {
                appendRule(text, widths);
            }
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columnCount];
        Arrays.fill(widths, 3);
        for (List<String> row : rows) {
            for (int column = 0; column < columnCount; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private void appendRow(StringBuilder text, List<String> row, int[] widths) {
        for (int column = 0; column < columnCount; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            text.append("| ");
            text.append(isText(column) ? cell + padding : padding + cell);
            text.append(' ');
        }
        text.append("|\n");
    }

    private void appendRule(StringBuilder text, int[] widths) {
        for (int column = 0; column < columnCount; column++) {
            text.append("| ");
            text.append("-".repeat(widths[column] - 1)).append(isText(column) ? '-' : ':');
            text.append(' ');
        }
        text.append("|\n");
    }

    private boolean isText(int column) {
        return column < textColumnCount;
    }
}
