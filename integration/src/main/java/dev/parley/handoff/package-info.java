/**
 * Offers of conversations to sellers: who is asked, until when, and what became of it. An offer is what its
 * conversation's events say of it; nothing else keeps it.
 */
package dev.parley.handoff;
