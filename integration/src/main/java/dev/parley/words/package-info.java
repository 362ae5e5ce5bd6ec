/** What people read, in the language and with the dates of who reads it; each package's sentences stand in its bundles. */
package dev.parley.words;
