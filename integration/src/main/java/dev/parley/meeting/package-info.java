/** Meetings that Parley books itself: free times of a seller, held so that no two visitors get the same. */
package dev.parley.meeting;
