/** What one message says: its language, functions and social presence, each with the words that it rests on. */
package dev.parley.talk;
