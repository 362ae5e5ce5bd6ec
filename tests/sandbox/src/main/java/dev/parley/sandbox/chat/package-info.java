/** The demo company's chat service: visitors, agents and a bot, and the stream on which all of it goes to Parley. */
package dev.parley.sandbox.chat;
