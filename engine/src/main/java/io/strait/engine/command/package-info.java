/** What stands in a lane's slots, and where its outcome goes. */
package io.strait.engine.command;
