package dev.parley.sandbox.pages;

import static j2html.TagCreator.article;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The conversations on a record's page. */
record ConversationSection(View view) {
    private static final int MOST_CONVERSATIONS = 25;
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_MESSAGES_ALONE = 10_000;
    private static final List<String> FACTS = List.of(
            "Message_Count__c",
            "Functions__c",
            "Relationship_Stage__c",
            "Grade__c",
            "Score__c",
            "Match_Decision__c",
            "Match_Confidence__c",
            "Handoff_Status__c",
            "Handoff_To__c",
            "Source__c",
            "Channel__c",
            "Language__c",
            "Satisfaction__c");
    private static final List<String> PARTIES = List.of("Account__c", "Opportunity__c", "Contact__c", "Lead__c");

    /** The conversations of a record, the newest first and open. */
    DomContent of(SObject record) {
        Words words = view.words();
        List<SObject> all = new Conversations(view).of(record);
        List<SObject> shown = all.subList(0, Math.min(MOST_CONVERSATIONS, all.size()));
        return section(
                        h2(words.of("counted", words.of("conversations"), all.size()))
                                .withId("conversations"),
                        iff(all.isEmpty(), p(words.of("nobody")).withClass("quiet")),
                        each(shown, conversation -> conversation(conversation, record, conversation == shown.get(0))),
                        iff(
                                all.size() > shown.size(),
                                p(words.of("older", all.size() - shown.size())).withClass("quiet")))
                .attr("aria-labelledby", "conversations");
    }

    /** Who a conversation was with and what was said, on its own page. */
    DomContent alone(SObject conversation) {
        return section(
                        h2(view.words().of("transcript")).withId("transcript"),
                        new FieldLists(view).some(conversation, PARTIES),
                        new TranscriptList(view.words())
                                .of(new Conversations(view).transcript(conversation), MOST_MESSAGES_ALONE))
                .attr("aria-labelledby", "transcript");
    }

    private DomContent conversation(SObject conversation, SObject shownWith, boolean open) {
        String said = view.text(conversation, "Summary__c");
        Transcript transcript = new Conversations(view).transcript(conversation);
        return article(
                        heading(conversation),
                        iff(!said.isBlank(), p(said).withClass("text").withDir("auto")),
                        new FieldLists(view).some(conversation, facts(conversation, shownWith)),
                        details(
                                        summary(view.words().of("transcript")),
                                        new TranscriptList(view.words()).of(transcript, MOST_MESSAGES))
                                .withCondOpen(open))
                .withClass("conversation");
    }

    private DomContent heading(SObject conversation) {
        String status = view.text(conversation, "Status__c");
        Instant last = view.time(conversation, "Last_Message_At__c");
        return header(
                h3(new Links(view).byName(conversation)),
                iff(!status.isBlank(), span(status).withClass("mark")),
                last.equals(Instant.MIN) ? text("") : new Times(view.words().locale()).of(last));
    }

    /** What is known of the conversation, without the record that the page is about anyway. */
    private List<String> facts(SObject conversation, SObject shownWith) {
        Stream<String> others =
                PARTIES.stream().filter(party -> !shownWith.id().equals(view.text(conversation, party)));
        return Stream.concat(others, FACTS.stream()).toList();
    }
}
