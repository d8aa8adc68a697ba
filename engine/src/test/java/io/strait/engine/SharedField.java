package io.strait.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A field of the engine that crosses threads: one that has a handle, that is volatile, or whose
 * elements have a handle; of these only the class is known.
 *
 * @param name the field's; empty for elements of some array of the class
 */
record SharedField(String className, String name) {
    private static final Pattern BY_NAME =
            Pattern.compile("handle\\((?:MethodHandles\\.lookup\\(\\),\\s*)?\"(\\w+)\"\\)");
    private static final Pattern VOLATILE =
            Pattern.compile("(?m)^\\s+private volatile [\\w<>\\[\\]?, ]+? (\\w+)(?: =|;)");
    private static final Pattern ELEMENTS = Pattern.compile("(arrayElementVarHandle)\\(");

    static List<SharedField> all() {
        Path sources = Markdown.root().resolve("engine/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<SharedField> found = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> addAll(file, found));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a row of a table is about it, as Class.field, or as .field behind its class. */
    boolean isIn(String row) {
        return row.contains('`' + className + '.' + name)
                || row.contains('`' + className + '.') && row.contains("`." + name);
    }

    @Override
    public String toString() {
        return className + '.' + (name.isEmpty() ? "*" : name);
    }

    private static void addAll(Path file, List<SharedField> found) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String className = file.getFileName().toString().replace(".java", "");
        BY_NAME.matcher(text).results().forEach(field -> found.add(of(className, field)));
        VOLATILE.matcher(text).results().forEach(field -> found.add(of(className, field)));
        if (ELEMENTS.matcher(text).find()) {
            found.add(new SharedField(className, ""));
        }
    }

    private static SharedField of(String className, MatchResult field) {
        return new SharedField(className, field.group(1));
    }
}
