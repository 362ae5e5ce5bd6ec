/** Measures those parts of the package that others cannot see. */
package dev.parley.conversation;
