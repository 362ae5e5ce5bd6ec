package dev.parley.handoff;

import dev.parley.hours.Calendars;
import dev.parley.hours.WorkingHours;
import dev.parley.identity.Owners;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Routing;
import dev.parley.mapping.Routing.Promise;
import dev.parley.mapping.Routing.Route;
import dev.parley.mapping.WorkCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who can be asked, by which rules and when they work, as the files in force and the CRM say. Safe for many threads. */
final class Rota {
    private final Supplier<MappingSet> mappings;
    private final Owners owners;
    private final String language;
    private final RoutingAlarm alarm;
    private volatile InForce inForce;

    /** The files, and the calendars in them. */
    private record InForce(MappingSet files, Calendars calendars) {}

    Rota(Desk.Company company) {
        this.mappings = company.mappings();
        this.owners = company.owners();
        this.language = company.language();
        this.alarm = new RoutingAlarm(company.alerts());
    }

    private InForce now() {
        MappingSet files = mappings.get();
        InForce known = inForce;
        if (known == null || known.files() != files) {
            known = new InForce(files, new Calendars(files.hours()));
            inForce = known;
        }
        return known;
    }

    Routing routing() {
        return now().files().routing();
    }

    /** Whether and to whom a conversation is offered; empty too if a condition fails. */
    Optional<Route> route(Case current) {
        return alarm.ask(now().files(), routing -> routing.route(current.dossier()), Optional.empty());
    }

    /** What its visitor is promised; empty too if a condition fails. */
    Optional<Promise> promise(Case current) {
        return alarm.ask(now().files(), routing -> routing.promise(current.dossier()), Optional.empty());
    }

    /** Who writes to its visitor if nobody has answered; empty too if the condition fails. */
    List<String> followUp(Case current) {
        return alarm.ask(now().files(), routing -> routing.followUp(current.dossier()), List.of());
    }

    Staff staff() {
        InForce now = now();
        return new Staff(now.files().routing(), now.calendars(), owners::colleague, owners::colleagueByEmail);
    }

    /** Salesforce id of who owns what nobody took, or null. */
    String escalationOwner() {
        String owner = routing().escalation().owner();
        return owner == null ? null : owners.ownerId(owner).orElse(null);
    }

    /** The languages of who is told, the dearest first: what the file says, else that of their user in the CRM. */
    List<String> languages(Offer.Seller seller) {
        return Stream.of(file(seller).languages(), languages(seller.id(), seller.email()))
                .flatMap(List::stream)
                .toList();
    }

    /** The same of whoever has an address. */
    List<String> languages(String email) {
        return languages(null, email);
    }

    private List<String> languages(String user, String email) {
        Optional<Colleague> known = user == null ? owners.colleagueByEmail(email) : owners.colleague(user);
        return Stream.concat(known.map(Colleague::language).stream(), Stream.of(language))
                .toList();
    }

    /** The time zone of who was asked. */
    ZoneId zone(Offer offer) {
        return hours(offer).zone();
    }

    /** The working hours of a calendar. */
    WorkingHours hours(String calendar) {
        return now().calendars().of(calendar);
    }

    /** The same by which something was measured before; where the file has it no more, time passes as everywhere. */
    WorkingHours formerHours(String calendar) {
        boolean known = now().files().hours().calendar(calendar).isPresent();
        return hours(known ? calendar : WorkCalendar.ALWAYS);
    }

    private WorkingHours hours(Offer offer) {
        return now().calendars().of(file(offer.seller()).work().hours());
    }

    private Routing.Seller file(Offer.Seller seller) {
        return routing().owner(seller.email(), seller.name());
    }
}
