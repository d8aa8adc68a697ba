/** Publication of the state: the position up to which it is visible, and snapshots' hold on it. */
package io.strait.engine.publish;
