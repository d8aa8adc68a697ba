/** Where the engine stands between open and stopped, and what ends it. */
package io.strait.engine.lifecycle;
