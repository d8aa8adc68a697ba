package io.strait.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What the design says of packages, names and side effects, as rules; what each package may depend
 * on, ARCHITECTURE.md says. Seen to fail on a planted violation of each.
 */
@AnalyzeClasses(
        packages = {"io.strait.api", "io.strait.engine"},
        importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.strait.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PARTS_DO_NOT_KNOW_THE_WHOLE =
            noClasses()
                    .that()
                    .resideInAPackage("io.strait.engine.(*)..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.strait.engine");

    /** What state is made of: the same commands must give the same state. */
    private static final String[] STATE = {
        "..api.domain..",
        "..api.internal..",
        "..api.write..",
        "..engine.access..",
        "..engine.bytes..",
        "..engine.record..",
        "..engine.arena..",
        "..engine.index..",
        "..engine.state.."
    };

    private static final String ENGINE = "io.strait.engine";

    private static final Map<String, String> LIBRARIES =
            Map.of(
                    "Agrona",
                    "org.agrona",
                    "Disruptor",
                    "com.lmax.disruptor",
                    "Eclipse Collections",
                    "org.eclipse.collections");

    @ArchTest
    static void shouldDependOnWhatTheTableSays(JavaClasses all) {
        PackageTable table = PackageTable.read();
        Map<String, Set<String>> packages = new TreeMap<>();
        Map<String, Set<String>> libraries = new TreeMap<>();
        for (JavaClass each : all) {
            if (each.getPackageName().startsWith(ENGINE + '.')) {
                String name = partOf(each);
                packages.computeIfAbsent(name, n -> new TreeSet<>());
                libraries.computeIfAbsent(name, n -> new TreeSet<>());
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(ENGINE + '.')
                            && !partOf(target).equals(name)) {
                        packages.get(name).add(partOf(target));
                    } else if (!isOwnOrJdk(target)) {
                        libraries.get(name).add(libraryOf(target));
                    }
                }
            }
        }
        assertEquals(
                packages.keySet(), new TreeSet<>(table.names()), "packages in ARCHITECTURE.md");
        for (String name : table.names()) {
            PackageTable.Row row = table.row(name);
            assertEquals(packages.get(name), row.packages(), name + " depends on");
            assertEquals(libraries.get(name), row.libraries(), name + " uses the libraries");
        }
    }

    @ArchTest
    static void shouldKnowOnlyPackagesAboveInTheTable(JavaClasses all) {
        PackageTable table = PackageTable.read();
        for (String name : table.names()) {
            PackageTable.Row row = table.row(name);
            assertTrue(
                    row.above().containsAll(row.packages()),
                    () -> name + " depends on a package of a later row: " + row.packages());
        }
    }

    @ArchTest
    static final ArchRule API_STANDS_ALONE_BUT_FOR_BUFFERS =
            classes()
                    .that()
                    .resideInAPackage("io.strait.api..")
                    .should()
                    .onlyDependOnClassesThat(
                            describe(
                                    "are the API's, the JDK's, or Agrona's buffer interfaces",
                                    ArchitectureTest::isOfferedByTheApi));

    @ArchTest
    static final ArchRule STATE_READS_NO_CLOCK_CHANCE_OR_SURROUNDINGS =
            noClasses()
                    .that()
                    .resideInAnyPackage(STATE)
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "the surroundings are asked",
                                    ArchitectureTest::asksSurroundings))
                    .orShould()
                    .accessFieldWhere(
                            describe(
                                    "the surroundings are asked",
                                    access -> access.getTargetOwner().isEquivalentTo(System.class)))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.concurrent..", "java.security..")
                    .orShould()
                    .dependOnClassesThat(
                            describe(
                                    "tell the time",
                                    type ->
                                            type.getPackageName().startsWith("java.time")
                                                    && !type.isEquivalentTo(Duration.class)
                                                    && !type.isEquivalentTo(Instant.class)))
                    .orShould()
                    .callConstructorWhere(
                            describe(
                                    "a thread is made",
                                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)))
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            Runtime.class,
                            ProcessHandle.class,
                            ThreadLocal.class,
                            java.util.Date.class,
                            java.util.Random.class,
                            java.util.SplittableRandom.class,
                            java.util.UUID.class,
                            java.util.IdentityHashMap.class,
                            java.util.WeakHashMap.class);

    /** Pins are told by the collector which snapshots are gone; nothing else may ask it. */
    @ArchTest
    static final ArchRule STATE_ASKS_THE_COLLECTOR_FOR_PINS_ALONE =
            noClasses()
                    .that()
                    .resideInAnyPackage(STATE)
                    .and()
                    .doNotHaveFullyQualifiedName("io.strait.engine.arena.Pin")
                    .and()
                    .doNotHaveFullyQualifiedName("io.strait.engine.arena.Pins")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.ref..");

    @ArchTest
    static final ArchRule STATE_USES_NO_IDENTITY_HASH =
            noClasses()
                    .that()
                    .resideInAnyPackage(STATE)
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a hash code may be that of an identity",
                                    ArchitectureTest::isIdentityHash));

    @ArchTest
    static final ArchRule NAMES_ARE_DOMAIN_NOUNS =
            noClasses().should().haveNameMatching(".*(Impl|Helper|Helpers|Util|Utils|Manager)");

    @ArchTest
    static final ArchRule INTERFACES_BEAR_NO_PREFIX =
            noClasses().that().areInterfaces().should().haveNameMatching(".*[.$]I[A-Z][a-z].*");

    @ArchTest
    static final ArchRule NOTHING_PRINTS =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace");

    /**
     * Whether a method tells what is not the same in each run; of System all but one do. Called or
     * referred to.
     */
    private static boolean asksSurroundings(JavaAccess<?> access) {
        String name = access.getName();
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(System.class) && !name.equals("arraycopy")
                || owner.isEquivalentTo(Thread.class)
                || owner.isEquivalentTo(Instant.class) && name.equals("now")
                || owner.isEquivalentTo(Math.class) && name.equals("random")
                || owner.isEquivalentTo(StrictMath.class) && name.equals("random")
                || owner.isEquivalentTo(Collections.class) && name.equals("shuffle")
                || owner.isEquivalentTo(Integer.class) && name.equals("getInteger")
                || owner.isEquivalentTo(Long.class) && name.equals("getLong")
                || owner.isEquivalentTo(Boolean.class) && name.equals("getBoolean")
                || owner.isEquivalentTo(Locale.class) && name.equals("getDefault")
                || owner.isEquivalentTo(Charset.class) && name.equals("defaultCharset");
    }

    /** Which of the engine's packages a class belongs to. */
    private static String partOf(JavaClass some) {
        String rest = some.getPackageName().substring(ENGINE.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static boolean isOwnOrJdk(JavaClass some) {
        String name = some.getPackageName();
        return some.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("io.strait.api")
                || name.equals(ENGINE)
                || name.startsWith(ENGINE + '.');
    }

    private static String libraryOf(JavaClass some) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> some.getPackageName().startsWith(library.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(some.getPackageName());
    }

    /** Whether hashCode() is that of a class that does not say what its hash code is. */
    private static boolean isIdentityHash(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getName().equals("hashCode")
                && target.getRawParameterTypes().isEmpty()
                && target.resolveMember()
                        .map(method -> method.getOwner())
                        .filter(
                                owner ->
                                        owner.isEquivalentTo(Object.class)
                                                || owner.isEquivalentTo(Enum.class))
                        .isPresent();
    }

    private static boolean isOfferedByTheApi(JavaClass target) {
        return target.getPackageName().startsWith("io.strait.api")
                || target.getPackageName().startsWith("java.")
                || target.isPrimitive()
                || target.isArray() && isOfferedByTheApi(target.getBaseComponentType())
                || target.isEquivalentTo(DirectBuffer.class)
                || target.isEquivalentTo(MutableDirectBuffer.class);
    }

    /** All classes but those of tests, whether they lie in a folder or in a jar. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
