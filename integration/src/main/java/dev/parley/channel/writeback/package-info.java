/** Writes into chat services, by their REST APIs, who takes a conversation over: each note once, whatever fails between. */
package dev.parley.channel.writeback;
