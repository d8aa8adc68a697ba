package io.strait.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What the design says of packages, names and side effects, as rules. Seen to fail on a planted
 * violation of each.
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

    @ArchTest
    static final ArchRule STATE_KNOWS_NO_RINGS_THREADS_OR_READERS =
            noClasses()
                    .that()
                    .resideInAPackage("..engine.state..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..engine.lane..",
                            "..engine.writer..",
                            "..engine.snapshot..",
                            "..engine.change..",
                            "..engine.lifecycle..",
                            "com.lmax..",
                            "java.util.concurrent..");

    @ArchTest
    static final ArchRule IMAGE_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("..engine.image..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.strait.engine",
                            "..engine.change..",
                            "..engine.command..",
                            "..engine.lane..",
                            "..engine.lifecycle..",
                            "..engine.snapshot..",
                            "..engine.state..",
                            "..engine.writer..");

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
                    .resideInAPackage("..engine.state..")
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            System.class,
                            Runtime.class,
                            Thread.class,
                            ThreadLocal.class,
                            java.util.Random.class,
                            java.util.SplittableRandom.class,
                            java.util.UUID.class,
                            java.util.IdentityHashMap.class,
                            java.util.WeakHashMap.class,
                            java.time.Clock.class,
                            java.time.Instant.class,
                            java.time.InstantSource.class);

    @ArchTest
    static final ArchRule STATE_USES_NO_IDENTITY_HASH =
            noClasses()
                    .that()
                    .resideInAPackage("..engine.state..")
                    .should()
                    .callMethodWhere(
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

    /** Whether a call of hashCode() ends in a class that does not say what its hash code is. */
    private static boolean isIdentityHash(JavaMethodCall call) {
        return call.getTarget().getName().equals("hashCode")
                && call.getTarget().getRawParameterTypes().isEmpty()
                && call.getTarget()
                        .resolveMember()
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
