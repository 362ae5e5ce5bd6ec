/** The port to the CRM: what Parley asks of it, in words that no particular CRM owns. */
package dev.parley.crm;
