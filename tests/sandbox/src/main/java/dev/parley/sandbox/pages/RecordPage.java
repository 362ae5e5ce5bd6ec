package dev.parley.sandbox.pages;

import dev.parley.sandbox.records.SObject;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A record's page: its conversations or its transcript, what is related to it, and all its fields.
 *
 * @param viewer who looks, if that is known
 */
record RecordPage(View view, Optional<SObject> viewer) {
    private static final List<String> CONTACT_COLUMNS = List.of("Title", "Email", "Phone");
    private static final List<String> OPPORTUNITY_COLUMNS = List.of("StageName", "Amount", "CloseDate", "OwnerId");

    HtmlPage of(SObject record) {
        boolean chats = Conversations.belongTo(record);
        if (chats && LightningApp.isBuilt()) {
            return new LightningPage(view, record, viewer, new ConversationSection(view).of(record), details(record));
        }
        List<DomContent> content = new ArrayList<>();
        if (record.type().name().equals(Conversations.TYPE)) {
            content.add(new ConversationSection(view).alone(record));
        } else if (chats) {
            content.add(new ConversationSection(view).of(record));
        }
        content.addAll(details(record));
        return new Page(view, view.kind(view.type(record)), view.name(record), content);
    }

    private List<DomContent> details(SObject record) {
        List<DomContent> details = new ArrayList<>();
        if (record.type().name().equals("Account")) {
            details.add(related("contacts", "Contact", CONTACT_COLUMNS, record));
            details.add(related("opportunities", "Opportunity", OPPORTUNITY_COLUMNS, record));
        }
        details.add(new FieldLists(view).all(record));
        return details;
    }

    private DomContent related(String key, String type, List<String> columns, SObject account) {
        List<SObject> records = view.referring(type, "AccountId", account.id())
                .sorted(Comparator.comparing(view::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new RelatedList(view, key, columns).of(records);
    }
}
