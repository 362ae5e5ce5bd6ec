/** Change Data Capture over CometD, as an org streams it to its subscribers. */
package dev.parley.sandbox.streaming;
