/** Parley: chat conversations in, the right CRM records out. One package a capability; the table is in the README. */
package dev.parley;
