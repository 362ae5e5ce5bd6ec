package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.conversation.ConversationKey;
import dev.parley.handoff.Offer.State;
import dev.parley.hours.Calendars;
import dev.parley.mapping.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A week of 1,000 conversations in test time: twelve sellers in three time zones, two of them away, who accept, decline
 * or do not answer; and the program is killed fifty times, before or after something was written down.
 */
class WeekOfOffersTest {
    private static final Instant MONDAY = Instant.parse("2026-10-19T00:00:00Z");
    private static final int CONVERSATIONS = 1_000;
    private static final int KILLS = 50;

    private static final String HOURS =
            """
            calendars:
              stockholm: { timezone: Europe/Stockholm, week: WEEK }
              newyork: { timezone: America/New_York, week: WEEK }
              shanghai: { timezone: Asia/Shanghai, week: WEEK }
            """
                    .replace(
                            "WEEK",
                            "{ monday: 08:00-18:00, tuesday: 08:00-18:00, wednesday: 08:00-18:00,"
                                    + " thursday: 08:00-18:00, friday: 08:00-17:00, saturday: 10:00-14:00, sunday: 10:00-14:00 }");

    private final Random random = new Random(7);

    /** Something that happens at a time. */
    private record Happening(Instant at, Runnable what) {}

    private final PriorityQueue<Happening> happenings = new PriorityQueue<>(Comparator.comparing(Happening::at));
    private int kills;

    @Test
    void everyOfferEndsAndNobodyIsAskedTooOftenOrAtNight() {
        try (Shop shop = new Shop(MONDAY, HOURS, routing())) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                String conversation = "c" + i;
                Instant at = MONDAY.plusSeconds(random.nextInt(7 * 86_400));
                happenings.add(new Happening(at, () -> shop.says(conversation, "m1")));
            }
            run(shop);

            List<Offers> all = shop.all().values().stream().map(Offers::of).toList();
            assertThat(all).hasSize(CONVERSATIONS).allMatch(Offers::isOver);
            assertThat(kills).isEqualTo(KILLS);
            List<Offer> offers =
                    all.stream().flatMap(one -> one.made().stream()).toList();
            assertThat(offers).extracting(Offer::id).doesNotHaveDuplicates();
            assertThat(offers)
                    .extracting(Offer::state)
                    .doesNotContain(State.OFFERED)
                    .contains(State.ACCEPTED, State.DECLINED, State.EXPIRED);
            assertThat(shop.outbox.waiting())
                    .as("one mail for each offer, and one for each that nobody took")
                    .isEqualTo(offers.size()
                            + all.stream()
                                    .filter(one -> one.escalatedAt() != null)
                                    .count());
            offers.forEach(offer -> withinHours(shop, offer));
            offers.forEach(offer -> chosenByTheFile(shop, offer));
            sellers(shop).forEach(seller -> withinCapacity(seller, offers));
            sharesAreKept(offers);
        }
    }

    private void run(Shop shop) {
        Instant due = shop.due.next().orElse(Instant.MAX);
        while (!happenings.isEmpty() || !due.equals(Instant.MAX)) {
            Happening first = happenings.peek();
            if (first != null && !first.at().isAfter(due)) {
                shop.clock.setInstant(later(shop.clock.instant(), first.at()));
                happenings.poll().what().run();
            } else {
                shop.clock.setInstant(later(shop.clock.instant(), due));
            }
            if (kills < KILLS && random.nextInt(20) == 0) {
                kills++;
                shop.kill(random.nextBoolean() ? Shop.Death.BEFORE_IT_IS_WRITTEN : Shop.Death.AFTER_IT_WAS_WRITTEN);
            }
            due = shop.work().orElse(Instant.MAX);
            answer(shop);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Sellers think for up to six minutes, which may be too long. */
    private void answer(Shop shop) {
        for (ConversationKey asked = shop.asked.poll(); asked != null; asked = shop.asked.poll()) {
            ConversationKey conversation = asked;
            Offer offer = shop.offers(conversation).last().orElseThrow();
            int mood = random.nextInt(10);
            if (mood < 8) {
                Instant at = offer.at().plusSeconds(random.nextInt(360));
                happenings.add(new Happening(at, () -> decide(shop, conversation, offer, mood < 6)));
            }
        }
    }

    private static void decide(Shop shop, ConversationKey conversation, Offer offer, boolean accept) {
        try {
            shop.answering().answer(conversation, offer.rank(), offer.seller().email(), accept);
        } catch (Shop.Killed e) {
            shop.restart();
        }
    }

    private static void withinHours(Shop shop, Offer offer) {
        Routing.Seller seller = shop.files.routing().owner(offer.seller().email(), "");
        var hours = new Calendars(shop.files.hours()).of(seller.work().hours());
        assertThat(hours.isOpen(offer.at())).isTrue();
        assertThat(seller.vacation()).noneMatch(absence -> absence.covers(hours.dayOf(offer.at())));
        if (offer.state() == State.ACCEPTED) {
            assertThat(offer.answeredAt()).isBefore(offer.until());
        }
    }

    private static void chosenByTheFile(Shop shop, Offer offer) {
        assertThat(offer.among()).containsKey(offer.seller().email());
        offer.among().forEach((email, weight) -> assertThat(weight)
                .isEqualTo(shop.files.routing().owner(email, "").weight()));
    }

    private static List<Routing.Seller> sellers(Shop shop) {
        return shop.files.routing().pool("world").orElseThrow().sellers();
    }

    /** Counted from the offers alone, by what begins and ends: an end at the same time comes first. */
    private static void withinCapacity(Routing.Seller seller, List<Offer> offers) {
        List<Map.Entry<Instant, Integer>> changes = new ArrayList<>();
        offers.stream()
                .filter(offer -> offer.seller().email().equals(seller.email()))
                .forEach(offer -> {
                    boolean accepted = offer.state() == State.ACCEPTED;
                    Instant end =
                            accepted ? offer.answeredAt().plus(seller.work().busy()) : offer.answeredAt();
                    changes.add(Map.entry(offer.at(), 1));
                    changes.add(Map.entry(end.isBefore(offer.until()) || accepted ? end : offer.until(), -1));
                });
        changes.sort(Map.Entry.<Instant, Integer>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        int has = 0;
        for (Map.Entry<Instant, Integer> change : changes) {
            has += change.getValue();
            assertThat(has).as(seller.email()).isLessThanOrEqualTo(seller.work().capacity());
        }
    }

    /** Of each offer everybody who could have been asked is owed a share by weight; in sum they get it. */
    private static void sharesAreKept(List<Offer> offers) {
        Map<String, Double> owed = new HashMap<>();
        Map<String, Integer> got = new HashMap<>();
        offers.forEach(offer -> {
            double all = offer.among().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            offer.among().forEach((email, weight) -> owed.merge(email, weight / all, Double::sum));
            got.merge(offer.seller().email(), 1, Integer::sum);
        });
        assertThat(owed).hasSize(12);
        owed.forEach(
                (email, share) -> assertThat((double) got.get(email)).as(email).isCloseTo(share, within(share * 0.05)));
    }

    private static String routing() {
        StringBuilder text = new StringBuilder(
                """
                accept: PT5M
                rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
                escalation: { mail: desk@company.example }
                pools:
                  world:
                    busy: PT20M
                    sellers:
                """);
        List<String> zones = List.of("stockholm", "newyork", "shanghai");
        for (int i = 0; i < 12; i++) {
            String vacation = i % 6 == 5 ? ", vacation: [{ from: 2026-10-20, to: 2026-10-21 }]" : "";
            text.append("      - { email: s%d@company.example, hours: %s, weight: %d, capacity: %d%s }%n"
                    .formatted(i, zones.get(i % 3), 1 + i % 3, 2 + i % 3, vacation));
        }
        return text.toString();
    }
}
