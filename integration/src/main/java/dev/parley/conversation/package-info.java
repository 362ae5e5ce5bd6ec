/** What was said: events, each stored once, and the conversation as their fold. */
package dev.parley.conversation;
