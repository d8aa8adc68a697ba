/** Publication of the state, and reading of what is published. */
package io.strait.engine.snapshot;
