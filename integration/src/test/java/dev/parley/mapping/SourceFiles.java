package dev.parley.mapping;

import java.util.List;
import java.util.Map;

/** Source files that stand in no folder, beside the one record file that every folder needs. */
final class SourceFiles {
    static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;

    private SourceFiles() {}

    static Loaded load(String source) {
        return load("shop", source);
    }

    static Loaded load(String name, String source) {
        return MappingFiles.load(
                Map.of("salesforce/chat_conversation.yaml", RECORD, "sources/" + name + ".yaml", source));
    }

    /** The findings, a line each. */
    static List<String> findings(String source) {
        return load(source).findings().stream().map(Finding::toString).toList();
    }

    /** The one source, which must be without a fault. */
    static SourceMapping source(String source) {
        return load(source).orThrow().source("shop").orElseThrow();
    }
}
