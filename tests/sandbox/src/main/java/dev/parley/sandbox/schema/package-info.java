/** What the org knows of its own shape: objects, fields and relationships, standard and from the package. */
package dev.parley.sandbox.schema;
