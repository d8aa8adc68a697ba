package io.strait.engine;

import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.error.StraitException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;

/**
 * Lets an engine's writer fail, or closes it, in a JVM that has done nothing of the kind before,
 * and tells on the console when that begins and ends.
 */
final class FailingMain {
    private static final long NEVER_NS = 20_000_000_000L;

    private FailingMain() {}

    public static void main(String[] args) {
        boolean failing = "fail".equals(args[0]);
        Throwable[] fault = new Throwable[1];
        StraitConfig config = StraitConfig.builder().changeListener(change -> {}).build();
        Strait engine =
                Strait.open(
                        config,
                        TestKeys.STANDARD,
                        step -> {
                            if (step == WriterStep.BEFORE_PUBLISH && fault[0] != null) {
                                throw (RuntimeException) fault[0];
                            }
                        });
        Producer producer = engine.exclusiveProducer();
        ChainHandle chain = engine.chainHandle(CrowdMember.chain(1));
        producer.await(producer.setLastProcessedBlock(chain, 1), NEVER_NS);
        CrowdMember.submit(engine, 2).await();
        Ticket<Void> ticket = CrowdMember.submit(engine, 3);
        ticket.await();
        RuntimeException planted = new IllegalStateException("planted");
        System.out.println("BEGIN");
        if (failing) {
            fault[0] = planted;
            try {
                CrowdMember.submit(engine, 4).await();
            } catch (StraitException e) {
                // That is what it is about.
            }
            producer.setLastProcessedBlock(chain, 2);
            if (engine.failure().isEmpty()) {
                System.out.println("no failure");
            }
        }
        engine.close();
        System.out.println("END");
    }
}
