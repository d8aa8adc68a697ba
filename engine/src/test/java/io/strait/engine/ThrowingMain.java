package io.strait.engine;

import io.strait.api.StraitConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The JVM in which {@link ThrowAnywhereTest} throws. For each line that it reads, the victim's
 * thread makes the call that the line names, or another thread and then the victim's check the
 * engine. One line tells what came of it.
 */
final class ThrowingMain {
    /** What is thrown: made beforehand, to be found by its field. */
    static final Error PLANTED = new Error("planted");

    static final String VICTIM = "victim";
    static final String CHECK = "check";
    private static final int LANE = 16;
    private static final long LIMIT_MS = 4_000;

    private ThrowingMain() {}

    public static void main(String[] args) throws Exception {
        ExecutorService victim = Executors.newSingleThreadExecutor(task -> daemon(task, VICTIM));
        ExecutorService other = Executors.newSingleThreadExecutor(task -> daemon(task, "other"));
        Strait engine = Strait.open(StraitConfig.builder().laneCapacity(LANE).build());
        EachCall.takeOwnLanes(engine, new CountDownLatch(1));
        EachCall victims = victim.submit(() -> new EachCall(engine, 1)).get();
        EachCall others = other.submit(() -> new EachCall(engine, 2)).get();
        for (EachCall.Kind kind : EachCall.Kind.values()) {
            await(victim.submit(() -> victims.make(kind)));
        }
        await(victim.submit(victims::check));
        await(other.submit(others::check));
        List<FirstCall> firstCalls = new ArrayList<>();
        for (FirstCall.Kind kind : FirstCall.Kind.values()) {
            FirstCall call = new FirstCall(kind);
            await(victim.submit(call::make));
            firstCalls.add(call);
        }
        say("ready");
        BufferedReader asked =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            try {
                if (line.equals(CHECK)) {
                    await(other.submit(others::check));
                    await(victim.submit(victims::check));
                    for (FirstCall call : firstCalls) {
                        await(victim.submit(call::check));
                        await(other.submit(call::check));
                        call.close();
                    }
                    firstCalls.clear();
                    say("sound");
                } else if (line.startsWith("FIRST")) {
                    FirstCall call = new FirstCall(FirstCall.Kind.valueOf(line));
                    firstCalls.add(call);
                    say(await(victim.submit(() -> isThrown(call::make))) ? "thrown" : "whole");
                } else {
                    EachCall.Kind kind = EachCall.Kind.valueOf(line);
                    Runnable call = () -> victims.make(kind);
                    say(await(victim.submit(() -> isThrown(call))) ? "thrown" : "whole");
                }
            } catch (Exception e) {
                say("broken: " + (e.getCause() == null ? e : e.getCause()));
            }
        }
        long startNs = System.nanoTime();
        engine.close();
        long closeMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        say(closeMs < LIMIT_MS ? "closed" : "broken: close took ms=" + closeMs);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static boolean isThrown(Runnable call) {
        try {
            call.run();
            return false;
        } catch (Error e) {
            if (e != PLANTED) {
                throw e;
            }
            return true;
        }
    }

    private static <T> T await(Future<T> call) throws Exception {
        return call.get(LIMIT_MS, TimeUnit.MILLISECONDS);
    }

    private static void say(String line) throws IOException {
        System.out.write((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
