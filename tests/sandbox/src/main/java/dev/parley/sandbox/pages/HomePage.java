package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.p;

import dev.parley.sandbox.records.SObject;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;

/** The org's front page: what it is, and ways into it. */
record HomePage(View view) {
    private static final int LATEST = 20;
    private static final List<String> CONVERSATION_COLUMNS =
            List.of("Status__c", "Account__c", "Opportunity__c", "Contact__c", "Lead__c", "Last_Message_At__c");

    Page page() {
        return new Page(
                view,
                "",
                "Sandbox org",
                List.of(
                        p("A local stand-in for a Salesforce org: it speaks the REST API under ")
                                .with(code("/services/data"))
                                .withText(", keeps its records on this machine, and shows them here."),
                        p(a("API calls").withHref("/sandbox/calls"))
                                .withText(": every call since the last reset, with what Salesforce would count."),
                        p(a("Mail").withHref("/mail/"))
                                .withText(": what was sent by its mail server, which delivers nothing."),
                        new RelatedList(view, "Latest conversations", CONVERSATION_COLUMNS)
                                .of(new Conversations(view).latest(LATEST)),
                        list("Accounts", "Account", List.of("Industry", "BillingCountry", "OwnerId")),
                        list("Opportunities", "Opportunity", List.of("AccountId", "StageName", "Amount", "CloseDate")),
                        list("Leads", "Lead", List.of("Company", "Status", "Email", "OwnerId"))));
    }

    private DomContent list(String title, String type, List<String> columns) {
        List<SObject> records = view.all(type)
                .sorted(Comparator.comparing(view::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new RelatedList(view, title, columns).of(records);
    }
}
