/**
 * Salesforce behind the CRM port: many records in few calls, each with its own result, and every failure with its kind.
 *
 * <p>Records travel as collections inside one {@code /composite} call, not as {@code /composite/graph}. A graph is all
 * or nothing, so each conversation would need one of its own, and a call takes 75. Five collections of 200 records take
 * 200 conversations a call and answer for every record by itself.
 */
package dev.parley.crm.salesforce;
