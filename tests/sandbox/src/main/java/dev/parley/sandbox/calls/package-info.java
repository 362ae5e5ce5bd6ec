/** What callers did to the org, and the faults it shows them on request. */
package dev.parley.sandbox.calls;
