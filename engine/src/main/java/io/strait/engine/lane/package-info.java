/**
 * The way in: how a write gets its slots, is published to the writer, and what happens when there
 * is no room.
 */
package io.strait.engine.lane;
