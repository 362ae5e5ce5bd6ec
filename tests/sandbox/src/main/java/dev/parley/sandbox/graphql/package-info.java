/** The org's GraphQL: a query over records becomes SOQL, so that both see and refuse the same. */
package dev.parley.sandbox.graphql;
