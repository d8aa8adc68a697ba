/**
 * The one thread that applies, publishes and acknowledges; how it waits for work; and how it ends.
 */
package io.strait.engine.writer;
