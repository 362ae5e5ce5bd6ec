/**
 * Outgoing mail through an outbox: each mail once, keyed by what it says.
 *
 * <p>A mail is put into the outbox in the transaction that gives rise to it, and sent by a route of its own. SMTP has no
 * way to send exactly once: if the process dies between the server's yes and the mark in the outbox, the mail goes again,
 * with the same {@code Message-ID}, by which mail programs know it for the same. What is due goes without a pause, the
 * oldest first, as fast as the server takes it: many mails over one connection, each marked for itself.
 */
package dev.parley.mail;
