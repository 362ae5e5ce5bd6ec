/** Tries mapping files on conversations and writes nothing. */
package dev.parley.rehearsal;
