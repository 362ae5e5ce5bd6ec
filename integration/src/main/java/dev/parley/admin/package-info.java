/** The operator's side: settings made from the manifest, the command line, and what a new installation gets wrong. */
package dev.parley.admin;
