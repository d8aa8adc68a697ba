/**
 * The writes as values. Every write that a store offers as a method is also an immutable value
 * here, so that one and the same thing can be done now ({@code store.saveTask(task)}), submitted to
 * be waited for later ({@code engine.submit(new SaveTask(task))}), or seen by a change listener.
 * The meaning of each write, and the refusals it can end with, are told at the store's method.
 */
package io.strait.api.write;
