/** Where a command's outcome goes, how its caller waits for it, and what a refusal tells. */
package io.strait.engine.command;
