/** Hot-path writes on the producer's side: drafts that encode records, and handles. */
package io.strait.engine.draft;
