package io.strait.bench.report;

/** Text in lines of at most {@value #COLUMNS} columns. */
public final class Paragraph {
    static final int COLUMNS = 120;

    private Paragraph() {}

    /** The text, its words put into lines, ending in a line end. */
    public static String of(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > COLUMNS) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.append('\n').toString();
    }
}
