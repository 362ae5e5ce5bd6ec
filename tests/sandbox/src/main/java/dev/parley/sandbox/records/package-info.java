/** The org's records: kept in memory with indexes, journalled to disk, changed only in transactions. */
package dev.parley.sandbox.records;
