/** Charts as SVG, for light and for dark pages: a thin layer over the plotting library. */
package io.strait.bench.chart;
