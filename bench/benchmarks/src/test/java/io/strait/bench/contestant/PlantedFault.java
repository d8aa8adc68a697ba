package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Contestants that break a rule, each with a test that has to notice. */
enum PlantedFault {
    /** Saves a task over one that exists. */
    OVERWRITES("saveTask", "AggregatorTask/shouldRejectATaskThatExistsInWhateverStatus") {
        @Override
        Object instead(Contestant honest, Object[] args) {
            Task task = (Task) args[0];
            if (honest.getTask(task.id()) != null) {
                honest.deleteTask(task.id());
            }
            honest.saveTask(task);
            return null;
        }
    },

    /** Lists the newest task first. */
    NEWEST_FIRST("listPendingTasks", "FaultTable/shouldListPendingTasksOldestFirst") {
        @Override
        Object instead(Contestant honest, Object[] args) {
            List<Task> tasks = new ArrayList<>(honest.listPendingTasks());
            Collections.reverse(tasks);
            return Collections.unmodifiableList(tasks);
        }
    },

    /** Hands out lists that the caller can change. */
    MUTABLE_LISTS("listPendingTasks", "FaultTable/shouldHandOutNothingThatCanBeChanged") {
        @Override
        Object instead(Contestant honest, Object[] args) {
            return new ArrayList<>(honest.listPendingTasks());
        }
    },

    /** Hands out lists that change with the store: for the model to notice. */
    LIVE_LISTS("listPendingTasks", null) {
        @Override
        Object instead(Contestant honest, Object[] args) {
            return new AbstractList<Task>() {
                @Override
                public Task get(int index) {
                    return honest.listPendingTasks().get(index);
                }

                @Override
                public int size() {
                    return honest.listPendingTasks().size();
                }
            };
        }
    },

    /** Saves the tasks of a commit, and only then looks at the block. */
    HALF_REFUSED_COMMIT(
            "commitBlock",
            "AggregatorCommit/shouldRejectTheWholeCommitWhenOneTaskExistsInWhateverStatus") {
        @Override
        @SuppressWarnings("unchecked") // as commitBlock is declared
        Object instead(Contestant honest, Object[] args) {
            ((List<Task>) args[1]).forEach(honest::saveTask);
            honest.commitBlock((Block) args[0], List.of(), (Long) args[2]);
            return null;
        }
    },

    /** Hands out itself as its snapshot. */
    LIVE_SNAPSHOT("snapshot", "Snapshot/shouldHoldTheHeadsOfItsOwnPosition") {
        @Override
        Object instead(Contestant honest, Object[] args) {
            return honest;
        }
    };

    private final String method;
    private final String noticedBy;

    PlantedFault(String method, String noticedBy) {
        this.method = method;
        this.noticedBy = noticedBy;
    }

    /** What it does in place of the method that it breaks. */
    abstract Object instead(Contestant honest, Object[] args);

    /** The suites' test that has to notice; null when only the model can. */
    String noticedBy() {
        return noticedBy;
    }

    /** An honest contestant with this fault. */
    Contestant open(ContestantConfig config) {
        Contestant honest = ContestantKind.LOCKED_INDEXED.open(config);
        return (Contestant)
                Proxy.newProxyInstance(
                        Contestant.class.getClassLoader(),
                        new Class<?>[] {Contestant.class},
                        (proxy, called, args) -> call(honest, called, args));
    }

    private Object call(Contestant honest, Method called, Object[] args) throws Throwable {
        if (called.getName().equals(method)) {
            return instead(honest, args);
        }
        try {
            return called.invoke(honest, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
