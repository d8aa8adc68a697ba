/** What fields that cross threads need: handles to access them by, and cache lines of their own. */
package io.strait.engine.access;
