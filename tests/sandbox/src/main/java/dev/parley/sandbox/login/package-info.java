/** Who may speak to the org: client credentials for tokens, tokens for users. */
package dev.parley.sandbox.login;
