/** Asks services that drop failed deliveries for what was missed, and puts it where their webhooks would have. */
package dev.parley.channel.gaps;
