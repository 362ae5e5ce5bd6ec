/** Stories: a chat service speaks, the org shows. The plugin runs as a process of its own, as it does for its users. */
package dev.parley.acceptance;
