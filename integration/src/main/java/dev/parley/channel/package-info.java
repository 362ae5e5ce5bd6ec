/** What chat services say comes in here: read strictly, refused with a reason, acknowledged only once it is durable. */
package dev.parley.channel;
