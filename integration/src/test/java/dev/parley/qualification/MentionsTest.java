package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people mention, in five languages; all of it written on Monday, 2 March 2026. */
class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Days
                "Can we start tomorrow? | date=2026-03-03",
                "We go live on 12 May 2026. | date=2026-05-12",
                "It must run by Friday. | deadline=2026-03-06",
                "We decide before the end of March. | deadline=2026-03-31",
                "Could it be here in three weeks? | date=2026-03-23",
                "It broke last Tuesday. |",
                "Vi bestämmer oss senast den 15 april. | deadline=2026-04-15",
                "Kan ni komma i övermorgon? | date=2026-03-04",
                "Bis Ende Mai muss es laufen. | deadline=2026-05-31",
                "Wir brauchen es bis zum 3. Mai. | deadline=2026-05-03",
                "Am 12. März 2026 geht es los. | date=2026-03-12",
                "Passt es übermorgen? | date=2026-03-04",
                "Am 03.04.2026 geht es los. | date=2026-04-03",
                "پس‌فردا تماس بگیرید | date=2026-03-04",
                "下周三可以吗 | date=2026-03-11",
                "3月15日前必须上线 | deadline=2026-03-15",
                "Nobody knows 03/04/2026. |",
                // Sums of money
                "We have 20,000 EUR for it. | amount=20000 EUR",
                "That is $1,490.50 a year. | amount=1490.5 USD",
                "Vi har 250 000 kronor. | amount=250000 SEK",
                "Etwa 12.500 € sind drin. | amount=12500 EUR",
                "۳۲۰۰ یورو | amount=3200 EUR",
                "大概20万元 | amount=200000 CNY",
                "I'll write 22k dollars. | amount=22000 USD",
                // People, companies, jobs
                "My name is Ann-Marie Berg. | name=Ann-Marie Berg",
                "I'm the head of purchasing. | title=head of purchasing",
                "Jag heter Lena Öberg. | name=Lena Öberg",
                "Ich heiße Jürgen von Thal. | name=Jürgen von Thal",
                "我叫李明远 | name=李明远",
                "我是采购经理 | title=采购经理",
                "We are Delta Automation Ltd. | company=Delta Automation Ltd",
                "Wir sind die Dietz Gusswerk GmbH. | company=Dietz Gusswerk GmbH",
                // Reach
                "Write to Ann.Berg@Example.com, please. | email=ann.berg@example.com",
                "Call me at +46 70 174 06 05. | phone=+46701740605",
                "My order is 4711, version 3.8.2 of 10. |",
                // Sizes
                "It is for 40 users. | seats=40",
                "Det gäller 25 anställda. | seats=25",
                "Für 120 Mitarbeiter. | seats=120",
                "برای ۱۵ کاربر | seats=15",
                "我们有80个用户 | seats=80",
            })
    void areFound(String said, String mention) {
        List<String> found = new Talk()
                .visitor(said).ofNobody().mentions().stream()
                        .map(one -> one.kind() + "=" + one.value())
                        .toList();

        assertThat(found).isEqualTo(mention == null ? List.of() : List.of(mention));
    }

    @Test
    void eachThingIsToldOnceWithTheMessageThatMentionsItFirst() {
        assertThat(new Talk()
                        .visitor("Hello.")
                        .visitor("Write to ann@example.com.")
                        .visitor("I said ANN@example.com!")
                        .ofNobody()
                        .mentions())
                .containsExactly(
                        new Assessment.Mentioned("email", "ann@example.com", "m2", "Write to ann@example.com."));
    }

    @Test
    void whatAnAgentMentionsIsNotTheVisitors() {
        assertThat(new Talk()
                        .agent("It is 9,860 pounds for 40 users.")
                        .ofNobody()
                        .mentions())
                .isEmpty();
    }
}
