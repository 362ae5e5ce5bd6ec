/** The database that everything durable stands in: opened, brought up to date, and used one transaction at a time. */
package dev.parley.store;
