/** Mapping files: loaded, linted, and applied to a dossier to give the CRM records it should become. */
package dev.parley.mapping;
