package io.strait.engine;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own under a debugger: this one. It answers line by line. */
final class SteppedJvm implements AutoCloseable {
    private static final int LIMIT_SECONDS = 20;
    private static final String[] OUTSIDE = {"java.*", "jdk.*", "sun.*", "org.junit.*"};

    private final Class<?> main;
    private final Process process;
    private final VirtualMachine vm;
    private final BufferedWriter input;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private volatile Set<Location> stepped;
    private volatile ObjectReference thrown;
    private ThreadReference thread;

    SteppedJvm(Class<?> main) throws IOException, IllegalConnectorArgumentsException {
        this.main = main;
        ListeningConnector connector =
                Bootstrap.virtualMachineManager().listeningConnectors().stream()
                        .filter(each -> each.transport().name().equals("dt_socket"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue(String.valueOf(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS)));
        String address = connector.startListening(arguments);
        try {
            process =
                    new ProcessBuilder(
                                    System.getProperty("java.home") + "/bin/java",
                                    "-XX:TieredStopAtLevel=1",
                                    "-agentlib:jdwp=transport=dt_socket,address=" + address,
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    main.getName())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            vm = connector.accept(arguments);
        } finally {
            connector.stopListening(arguments);
        }
        input = process.outputWriter();
        start("child's output", this::read);
        start("child's events", this::handle);
        vm.resume();
    }

    /** What the child says next. */
    String hear() throws InterruptedException {
        String line = output.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        return line == null ? "silence" : line;
    }

    String ask(String line) throws IOException, InterruptedException {
        input.write(line + "\n");
        input.flush();
        return hear();
    }

    void endInput() throws IOException {
        input.close();
    }

    /** Collects where a thread comes by in its next call of a method, up to its return. */
    void step(String thread, Class<?> type, String method, Set<Location> positions) {
        stepped = positions;
        thrown = null;
        Location entry =
                vm.classesByName(type.getName())
                        .get(0)
                        .methodsByName(method)
                        .get(0)
                        .locationOfCodeIndex(0);
        stopAt(thread, entry);
    }

    /** Has a thread throw at its next coming by a position what is in a field of the main class. */
    void throwAt(String thread, Location position, String field) {
        if (thrown == null) {
            ReferenceType type = vm.classesByName(main.getName()).get(0);
            thrown = (ObjectReference) type.getValue(type.fieldByName(field));
        }
        stopAt(thread, position);
    }

    private void stopAt(String thread, Location position) {
        BreakpointRequest stop = vm.eventRequestManager().createBreakpointRequest(position);
        stop.addThreadFilter(thread(thread));
        start(stop);
    }

    /** Neither collects nor throws any more. */
    void goOn() {
        vm.eventRequestManager().deleteEventRequests(vm.eventRequestManager().stepRequests());
        vm.eventRequestManager().deleteAllBreakpoints();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private ThreadReference thread(String name) {
        if (thread == null) {
            thread =
                    vm.allThreads().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow();
        }
        return thread;
    }

    private static void start(EventRequest request) {
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // The end.
        }
        output.add("ended");
    }

    private void handle() {
        try {
            while (true) {
                EventSet events = vm.eventQueue().remove();
                for (Event event : events) {
                    handle(event);
                }
                events.resume();
            }
        } catch (VMDisconnectedException | InterruptedException e) {
            // The end.
        } catch (InvalidTypeException | IncompatibleThreadStateException e) {
            output.add("broken: " + e);
        }
    }

    private void handle(Event event) throws InvalidTypeException, IncompatibleThreadStateException {
        if (event instanceof StepEvent step) {
            Location position = step.location();
            if (position.declaringType().name().equals(main.getName())) {
                step.request().disable();
            } else if (isEngine(position)) {
                stepped.add(position);
            }
        } else if (event instanceof BreakpointEvent stop) {
            stop.request().disable();
            if (thrown == null) {
                step(stop.thread());
            } else {
                stop.thread().stop(thrown);
            }
        }
    }

    private void step(ThreadReference thread) {
        StepRequest step =
                vm.eventRequestManager()
                        .createStepRequest(thread, StepRequest.STEP_MIN, StepRequest.STEP_INTO);
        for (String outside : OUTSIDE) {
            step.addClassExclusionFilter(outside);
        }
        start(step);
    }

    private static boolean isEngine(Location position) {
        String type = position.declaringType().name();
        return type.startsWith("io.strait.")
                        && !type.startsWith(EachCall.class.getName())
                        && !type.startsWith(FirstCall.class.getName())
                        && !type.startsWith(ThrowingMain.class.getName())
                || type.startsWith("com.lmax.")
                || type.startsWith("org.agrona.");
    }
}
