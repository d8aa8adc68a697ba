/**
 * The way in: how a write gets a slot, is published to the writer, and what happens when there is
 * no room.
 */
package io.strait.engine.lane;
