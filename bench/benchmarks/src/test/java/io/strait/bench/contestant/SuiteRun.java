package io.strait.bench.contestant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** How the tests of some suites ended. */
final class SuiteRun implements TestExecutionListener {
    /** By nested class and method, such as {@code FaultTable/shouldDoThis}. */
    private final Map<String, TestExecutionResult> results = new LinkedHashMap<>();

    private SuiteRun() {}

    static SuiteRun of(DiscoverySelector selector) {
        SuiteRun run = new SuiteRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(selector).build(), run);
        return run;
    }

    List<String> passed() {
        return endedAs(TestExecutionResult.Status.SUCCESSFUL);
    }

    List<String> failed() {
        return endedAs(TestExecutionResult.Status.FAILED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        // a container that fails counts as a test that failed
        if (test.isTest() || result.getStatus() == TestExecutionResult.Status.FAILED) {
            results.put(nameOf(test), result);
        }
    }

    private static String nameOf(TestIdentifier test) {
        List<UniqueId.Segment> segments = test.getUniqueIdObject().getSegments();
        List<String> last = new ArrayList<>();
        for (UniqueId.Segment segment : segments.subList(segments.size() - 2, segments.size())) {
            // methods of superclasses elsewhere bear the name of their class
            last.add(segment.getValue().replaceFirst(".*#", "").replace("()", ""));
        }
        return String.join("/", last);
    }

    private List<String> endedAs(TestExecutionResult.Status status) {
        return results.entrySet().stream()
                .filter(entry -> entry.getValue().getStatus() == status)
                .map(Map.Entry::getKey)
                .toList();
    }
}
