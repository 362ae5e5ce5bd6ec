/**
 * What chat services say comes in here: read strictly, refused with a reason, acknowledged only once it is durable.
 *
 * <p>Parley's own events, numbered and sent again from {@code ?after=}, will go out over the stream too; so far a client's
 * acknowledgements are taken and left at that.
 */
package dev.parley.channel;
