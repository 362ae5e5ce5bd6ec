/** How well and how fast companies are matched: generated organisations, visitors with their traps, and the figures. */
package dev.parley.benchmark.match;
