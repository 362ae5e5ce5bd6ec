/**
 * Mail that comes in: transcripts and invitations become events, and no mail leaves its folder before what it says is
 * durable; what cannot be read is kept with the reason, and what programs answer each other is left alone.
 */
package dev.parley.channel.mailbox;
