/**
 * The journal: the words of all commands, in their order, on a disk. Segments are files of frames
 * ({@link io.strait.engine.journal.FrameLayout}); what a crash has left of them is read back, and
 * what it has torn is told apart from what was damaged ({@link io.strait.engine.journal.TornTail}).
 */
package io.strait.engine.journal;
