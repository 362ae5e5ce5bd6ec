/** What the org's pages say, in the language of who looks. */
package dev.parley.sandbox.words;
