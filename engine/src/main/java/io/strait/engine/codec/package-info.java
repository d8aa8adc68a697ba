/** Hot-path writes as words: the drafts that encode them, and the decoder for the writer. */
package io.strait.engine.codec;
