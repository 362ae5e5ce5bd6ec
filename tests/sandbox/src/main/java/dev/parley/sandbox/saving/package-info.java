/** Turns what a caller sends into records, or refuses it as Salesforce does. */
package dev.parley.sandbox.saving;
