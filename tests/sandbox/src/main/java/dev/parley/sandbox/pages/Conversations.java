package dev.parley.sandbox.pages;

import dev.parley.sandbox.records.SObject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the conversations that belong to a record, and their transcripts. */
record Conversations(View view) {
    static final String TYPE = "Chat_Conversation__c";
    private static final String LINK = "Chat_Link__c";
    private static final Map<String, String> REFERENCES = Map.of(
            "Account", "Account__c",
            "Opportunity", "Opportunity__c",
            "Contact", "Contact__c",
            "Lead", "Lead__c");

    /** Whether conversations are shown with records of that type. */
    static boolean belongTo(SObject record) {
        return REFERENCES.containsKey(record.type().name());
    }

    /** The conversations of a record, those it is linked with included, the newest first. */
    List<SObject> of(SObject record) {
        String reference = REFERENCES.get(record.type().name());
        Stream<SObject> own = view.referring(TYPE, reference, record.id());
        Stream<SObject> linked = view.referring(LINK, reference, record.id())
                .map(link -> view.text(link, "Conversation__c"))
                .map(view::record)
                .flatMap(Optional::stream);
        return Stream.concat(own, linked).distinct().sorted(newestFirst()).toList();
    }

    /** The conversations of the whole org in which somebody wrote last. */
    List<SObject> latest(int most) {
        return view.all(TYPE).sorted(newestFirst()).limit(most).toList();
    }

    /** What was said in a conversation. */
    Transcript transcript(SObject conversation) {
        return Transcript.of(view.referring("Chat_Transcript_Part__c", "Conversation__c", conversation.id())
                .sorted(Comparator.comparing(this::sequence))
                .map(part -> view.text(part, "Body__c")));
    }

    private BigDecimal sequence(SObject part) {
        return view.value(part, "Sequence__c") instanceof Number number
                ? new BigDecimal(number.toString())
                : BigDecimal.ZERO;
    }

    private Comparator<SObject> newestFirst() {
        Comparator<SObject> byLastMessage = Comparator.comparing(each -> view.time(each, "Last_Message_At__c"));
        return byLastMessage
                .thenComparing(each -> view.time(each, "Started_At__c"))
                .thenComparing(SObject::id)
                .reversed();
    }
}
