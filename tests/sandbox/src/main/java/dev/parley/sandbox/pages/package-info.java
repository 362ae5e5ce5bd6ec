/** Shows the org's records to people, as plain pages that need no script and run none. */
package dev.parley.sandbox.pages;
