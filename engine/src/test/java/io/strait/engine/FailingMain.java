package io.strait.engine;

import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.Ticket;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.StraitException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Lets an engine's writer fail or vanish, or closes it, in a JVM that has done nothing of the kind
 * before, and tells on the console when that begins and ends.
 */
final class FailingMain {
    private static final long NEVER_NS = 20_000_000_000L;
    private static final Throwable[] FAULT = new Throwable[1];
    private static final CountDownLatch END = new CountDownLatch(1);

    private FailingMain() {}

    public static void main(String[] args) throws InterruptedException {
        String how = args[0];
        Strait engine = open(config(how), FailingMain::probe);
        Producer producer = engine.exclusiveProducer();
        ChainHandle chain = engine.chainHandle(CrowdMember.chain(1));
        producer.await(producer.setLastProcessedBlock(chain, 1), NEVER_NS);
        CrowdMember.submit(engine, 2).await();
        CrowdMember.submit(engine, 3).await();
        RuntimeException planted = new IllegalStateException("planted");
        Thread idle = new Thread(FailingMain::idle);
        Strait idling = open(config("vanish").threadFactory(task -> idle), WriterProbe.NONE);
        Producer idlingProducer = idling.exclusiveProducer();
        ChainHandle idlingChain = idling.chainHandle(CrowdMember.chain(1));
        Lifecycle poor = new Lifecycle("poor", new OneEnding()::make);
        // Until the writer has fallen asleep.
        Thread.sleep(50);
        System.out.println("BEGIN");
        switch (how) {
            case "fail", "disk" -> {
                FAULT[0] = planted;
                end(engine, CrowdMember.submit(engine, 4), producer, chain);
            }
            case "vanish" -> {
                Ticket<Void> ticket = CrowdMember.submit(idling, 4);
                END.countDown();
                idle.join();
                end(idling, ticket, idlingProducer, idlingChain);
                idling.close();
            }
            case "spare" -> {
                poor.failRelease(planted);
                poor.ending();
            }
            default -> {
                // Just closes.
            }
        }
        engine.close();
        System.out.println("END");
        System.exit(0);
    }

    private static Strait open(StraitConfigBuilder config, WriterProbe probe) {
        return Strait.open(config.build(), TestKeys.STANDARD, probe);
    }

    private static StraitConfigBuilder config(String how) {
        StraitConfigBuilder config = StraitConfig.builder();
        return switch (how) {
            case "vanish" -> config;
            // For long enough to look at the listener, which has come to no end.
            case "listener" ->
                    config.changeListener(change -> idle()).closeTimeout(Duration.ofMillis(200));
            case "disk" -> config.directory(directory());
            default -> config.changeListener(change -> {});
        };
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("strait");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void probe(WriterStep step) {
        if (step == WriterStep.BEFORE_PUBLISH && FAULT[0] != null) {
            throw (RuntimeException) FAULT[0];
        }
    }

    private static void idle() {
        try {
            // Sleeps: a latch's own wait would load classes.
            while (END.getCount() > 0) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void end(
            Strait engine, Ticket<Void> ticket, Producer producer, ChainHandle chain) {
        try {
            ticket.await();
        } catch (StraitException e) {
            // That is what it is about.
        }
        producer.setLastProcessedBlock(chain, 2);
        if (engine.failure().isEmpty()) {
            System.out.println("no failure");
        }
    }

    /** Makes one error, and finds no memory for a second one. */
    private static final class OneEnding {
        private boolean made;

        EngineFailedException make(String name, Throwable cause) {
            if (made) {
                throw new OutOfMemoryError("planted");
            }
            made = true;
            return new EngineFailedException(name, cause);
        }
    }
}
