/** HTTP to servers that others keep: of an answer so much is read and no more, and for so long and no longer. */
package dev.parley.http;
