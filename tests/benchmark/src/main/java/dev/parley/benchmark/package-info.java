/** Measures what Parley promises in figures: with the plugin as a process of its own against a sandbox org. */
package dev.parley.benchmark;
