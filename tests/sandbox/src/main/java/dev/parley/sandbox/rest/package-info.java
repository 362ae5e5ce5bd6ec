/** The Salesforce REST resources, each answering in Salesforce's own shapes and words. */
package dev.parley.sandbox.rest;
