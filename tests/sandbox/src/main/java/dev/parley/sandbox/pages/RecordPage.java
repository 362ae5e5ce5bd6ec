package dev.parley.sandbox.pages;

import dev.parley.sandbox.records.SObject;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A record's page: its conversations or its transcript, what is related to it, and all its fields. */
record RecordPage(View view) {
    private static final List<String> CONTACT_COLUMNS = List.of("Title", "Email", "Phone");
    private static final List<String> OPPORTUNITY_COLUMNS = List.of("StageName", "Amount", "CloseDate", "OwnerId");

    Page of(SObject record) {
        List<DomContent> content = new ArrayList<>();
        if (record.type().name().equals(Conversations.TYPE)) {
            content.add(new ConversationSection(view).alone(record));
        } else if (Conversations.belongTo(record)) {
            content.add(new ConversationSection(view).of(record));
        }
        if (record.type().name().equals("Account")) {
            content.add(related("Contacts", "Contact", CONTACT_COLUMNS, record));
            content.add(related("Opportunities", "Opportunity", OPPORTUNITY_COLUMNS, record));
        }
        content.add(new FieldLists(view).all(record));
        return new Page(view, view.type(record).label(), view.name(record), content);
    }

    private DomContent related(String title, String type, List<String> columns, SObject account) {
        List<SObject> records = view.referring(type, "AccountId", account.id())
                .sorted(Comparator.comparing(view::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new RelatedList(view, title, columns).of(records);
    }
}
