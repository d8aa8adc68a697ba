package io.strait.bench.latency;

import io.strait.bench.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The threads that call a subject. Each keeps its thread, its way into the subject and its numbers
 * from one load to the next, as a thread that owns a lane would.
 */
final class Producers implements AutoCloseable {
    /** Until the first call is due: time for sleeping threads to get up. */
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<OpenLoop> loops;

    Producers(Subject subject, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            threads.add(Executors.newSingleThreadExecutor(Producers::daemon));
        }
        loops = onEach(i -> new OpenLoop(System::nanoTime, subject.call(i)));
    }

    /** Makes the calls, and waits until all of them have taken effect. */
    LoadRun run(Load load) throws InterruptedException {
        long startNs = System.nanoTime() + LEAD_NS;
        return new LoadRun(
                onEach(i -> loops.get(i).run(load.schedule(startNs, i, threads.size()))));
    }

    private <R> List<R> onEach(Duty<R> duty) throws InterruptedException {
        List<Future<R>> running = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            int producer = i;
            Callable<R> task = () -> duty.of(producer);
            running.add(threads.get(i).submit(task));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> result : running) {
            try {
                results.add(result.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a producer failed: " + e.getCause(), e.getCause());
            }
        }
        return results;
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "producer");
        thread.setDaemon(true);
        return thread;
    }

    private interface Duty<R> {
        R of(int producer);
    }
}
