/** A local org that speaks the Salesforce REST API, for trying and testing Parley; never on the server's class path. */
package dev.parley.sandbox;
