/** What the engine's own work costs: one thread is producer and writer in turn. */
package io.strait.bench.driven;
