package io.strait.consumer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** An installed JDK. */
record Jdk(Path home) {
    private static final Path CURRENT_HOME = Path.of(System.getProperty("java.home"));

    /** The JDK that runs this test. */
    static Jdk current() {
        return new Jdk(CURRENT_HOME);
    }

    /**
     * The first JDK of at least {@code feature} that is named in the environment, runs this test,
     * or lies beside it.
     */
    static Optional<Jdk> atLeast(int feature) {
        Stream<Path> named =
                Stream.of("JAVA_" + feature + "_HOME", "JDK_" + feature)
                        .map(System::getenv)
                        .filter(value -> value != null && !value.isBlank())
                        .map(Path::of);
        return Stream.of(named, Stream.of(CURRENT_HOME), neighbours(CURRENT_HOME))
                .flatMap(homes -> homes)
                .map(Jdk::new)
                .filter(jdk -> Files.isExecutable(jdk.launcher()) && jdk.feature() >= feature)
                .findFirst();
    }

    /** The {@code java} command. */
    Path launcher() {
        return home.resolve("bin").resolve("java");
    }

    /** The feature release number, 0 where the JDK does not tell. */
    int feature() {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return 0;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty() ? 0 : Runtime.Version.parse(version).feature();
    }

    private static Stream<Path> neighbours(Path home) {
        try (Stream<Path> homes = Files.list(home.getParent())) {
            return homes.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
