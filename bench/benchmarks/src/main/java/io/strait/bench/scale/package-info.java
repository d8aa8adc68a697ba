/** How memory and costs grow with the number of tasks in the store. */
package io.strait.bench.scale;
