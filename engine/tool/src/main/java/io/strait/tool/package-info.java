/**
 * The offline tool: looks into the directory of an engine. It reads, and creates nothing there, so
 * that an engine may be open on it.
 */
package io.strait.tool;
