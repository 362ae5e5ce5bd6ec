package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links to records of the CRM that were written before it was known that they do not belong to the conversation: each
 * stays, for nothing is deleted, and leads nowhere from then on.
 */
public final class SettledLinks {

    /** A link to whom a customer recommends has the visitor's key: they were recommended, whatever else turns out. */
    private static final Pattern RECORD = Pattern.compile("[a-zA-Z0-9]{18}");

    private SettledLinks() {}

    /**
     * Adds them to a dossier, with nothing but their keys.
     *
     * @param dossier with all links that stand
     * @param written external ids of the links that were written
     */
    public static void tell(ObjectNode dossier, Collection<String> written) {
        String conversation = dossier.at("/conversation/externalId").asText() + ":";
        ObjectNode identity = (ObjectNode) dossier.get("identity");
        Set<String> standing = identity.path("links")
                .valueStream()
                .map(link -> link.path("key").asText())
                .collect(Collectors.toSet());
        written.stream()
                .filter(id -> id.startsWith(conversation))
                .map(id -> id.substring(conversation.length()))
                .filter(key -> RECORD.matcher(key).matches() && !standing.contains(key))
                .forEach(key -> identity.withArray("links").addObject().put("key", key));
    }
}
