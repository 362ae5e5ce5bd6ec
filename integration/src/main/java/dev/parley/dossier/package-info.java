/** All that is known of one conversation, as the JSON that mapping files see. */
package dev.parley.dossier;
