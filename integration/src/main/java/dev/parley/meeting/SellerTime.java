package dev.parley.meeting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Soql;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What takes a seller's time: their calendar, and the events of their user in the CRM. */
public final class SellerTime {

    private static final DateTimeFormatter CRM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private final Crm crm;
    private final Function<String, Optional<String>> users;
    private final Function<String, Optional<String>> passwords;

    /**
     * Asks nothing yet.
     *
     * @param users gives the Salesforce id of the active user with an e-mail address
     * @param passwords gives the password of a seller's calendar by the seller's name
     */
    public SellerTime(Crm crm, Function<String, Optional<String>> users, Function<String, Optional<String>> passwords) {
        this.crm = crm;
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * What takes their time in a range.
     *
     * @throws CalendarTrouble if one of the two cannot be asked: unknown time is not free time
     */
    List<Slot> busy(Seller seller, Slot range) {
        List<Slot> busy = new ArrayList<>();
        if (seller.calendar() != null) {
            busy.addAll(calendar(seller).busy(range));
        }
        users.apply(seller.email()).ifPresent(user -> busy.addAll(inCrm(user, range)));
        return busy;
    }

    CalDav calendar(Seller seller) {
        return new CalDav(
                seller.calendar(), seller.user(), passwords.apply(seller.key()).orElse(""));
    }

    private List<Slot> inCrm(String user, Slot range) {
        String soql = "SELECT StartDateTime, EndDateTime FROM Event WHERE OwnerId = " + Soql.text(user)
                + " AND ShowAs != 'Free' AND IsAllDayEvent = false AND StartDateTime < " + Soql.time(range.end())
                + " AND EndDateTime > " + Soql.time(range.start());
        try {
            return crm.query(List.of(soql)).get(0).stream()
                    .flatMap(SellerTime::slot)
                    .toList();
        } catch (CrmException e) {
            throw new CalendarTrouble("the CRM's events cannot be read: " + e.kind(), e);
        }
    }

    private static Stream<Slot> slot(ObjectNode event) {
        Instant start = at(event.path("StartDateTime").asText());
        Instant end = at(event.path("EndDateTime").asText());
        return start.isBefore(end) ? Stream.of(new Slot(start, end)) : Stream.empty();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text, CRM).toInstant();
    }
}
