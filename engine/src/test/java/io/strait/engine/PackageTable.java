package io.strait.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of packages in ARCHITECTURE.md: what each may depend on, in the order of its rows. */
final class PackageTable {
    private static final String HEAD = "| Package | Holds | May depend on | Libraries |";
    private static final Pattern CODE = Pattern.compile("`([a-z]+)`");

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private PackageTable() {}

    static PackageTable read() {
        Markdown page = Markdown.read(Markdown.root().resolve("docs/ARCHITECTURE.md"));
        PackageTable table = new PackageTable();
        boolean isInTable = false;
        for (String line : page.text().lines().toList()) {
            if (line.equals(HEAD)) {
                isInTable = true;
            } else if (isInTable && !line.startsWith("|")) {
                break;
            } else if (isInTable && !line.startsWith("|---")) {
                table.add(line);
            }
        }
        if (table.rows.isEmpty()) {
            throw new AssertionError("no table with the head " + HEAD);
        }
        return table;
    }

    List<String> names() {
        return List.copyOf(rows.keySet());
    }

    Row row(String name) {
        return rows.get(name);
    }

    private void add(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 6) {
            throw new AssertionError("not four cells: " + line);
        }
        Matcher name = CODE.matcher(cells[1]);
        if (!name.find()) {
            throw new AssertionError("no package: " + line);
        }
        Set<String> libraries = new TreeSet<>();
        for (String library : cells[4].split(",")) {
            if (!library.isBlank()) {
                libraries.add(library.strip());
            }
        }
        Row row = new Row(List.copyOf(rows.keySet()), names(cells[3]), libraries);
        rows.put(name.group(1), row);
    }

    private static Set<String> names(String cell) {
        List<String> found = new ArrayList<>();
        Matcher names = CODE.matcher(cell);
        while (names.find()) {
            found.add(names.group(1));
        }
        return new TreeSet<>(found);
    }

    /**
     * A row.
     *
     * @param above the packages of the rows above it
     */
    record Row(List<String> above, Set<String> packages, Set<String> libraries) {}
}
