/** Committed changes on their way to the change listener, off the writer's critical path. */
package io.strait.engine.change;
