/** Answers SOQL queries over the sandbox org's records, with Salesforce's results and Salesforce's words for errors. */
package dev.parley.sandbox.soql;
