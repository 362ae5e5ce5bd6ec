package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.p;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;

/** The org's front page: what it is, and ways into it. */
record HomePage(View view) {
    private static final int LATEST = 20;
    private static final List<String> CONVERSATION_COLUMNS =
            List.of("Status__c", "Account__c", "Opportunity__c", "Contact__c", "Lead__c", "Last_Message_At__c");

    Page page() {
        Words words = view.words();
        return new Page(
                view,
                "",
                words.of("org"),
                List.of(
                        p(words.of("about", "/services/data")),
                        p(a(words.of("calls")).withHref("/sandbox/calls")).withText(": " + words.of("callsAbout")),
                        p(a(words.of("mail")).withHref(words.to("/mail/"))).withText(": " + words.of("mailAbout")),
                        new RelatedList(view, "latest", CONVERSATION_COLUMNS)
                                .of(new Conversations(view).latest(LATEST)),
                        list("accounts", "Account", List.of("Industry", "BillingCountry", "OwnerId")),
                        list("opportunities", "Opportunity", List.of("AccountId", "StageName", "Amount", "CloseDate")),
                        list("leads", "Lead", List.of("Company", "Status", "Email", "OwnerId"))));
    }

    private DomContent list(String title, String type, List<String> columns) {
        List<SObject> records = view.all(type)
                .sorted(Comparator.comparing(view::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new RelatedList(view, title, columns).of(records);
    }
}
