/**
 * Checkpoints: images of the state in files beside the journal, so that recovery has to read only
 * what came after one. A file is drawn in {@link io.strait.engine.checkpoint.CheckpointLayout},
 * what is in it in {@link io.strait.engine.state.ImageItem}.
 */
package io.strait.engine.checkpoint;
