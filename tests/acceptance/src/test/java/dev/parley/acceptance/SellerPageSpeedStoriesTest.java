package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How soon a seller can work on the page of an account that two hundred conversations were about. */
class SellerPageSpeedStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final int CONVERSATIONS = 200;
    private static final int MESSAGES = 20;
    private static final int TRIES = 5;
    private static final long PROMISED_MS = 1_000;

    /**
     * By the browser's own clock, from the start of the navigation: when the last answer was painted, or when the last
     * task ended after that which kept the page from answering for 50 ms or more. Asked once the browser is idle.
     */
    private static final String INTERACTIVE_AT =
            """
            async () => {
              const ends = performance.getEntriesByName('drawn').map((mark) => mark.startTime);
              new PerformanceObserver((list) => list.getEntries().forEach((task) => ends.push(task.startTime + task.duration)))
                .observe({ type: 'longtask', buffered: true });
              await new Promise((idle) => requestIdleCallback(idle));
              return Math.max(...ends);
            }""";

    private static Org org;
    private static ChattedRecords records;

    @BeforeAll
    static void twoHundredConversations() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "SellerPageSpeedStoriesTest")));
        records = ChattedRecords.in(org);
        for (int number = 0; number < CONVERSATIONS; number++) {
            String id = "many" + number;
            String made = records.conversation(
                    id,
                    60L + number,
                    Map.of(
                            "Need__c", "About topic t" + number + ".",
                            "Summary__c", "Needs: About topic t" + number + ".\nNext: Send the plan",
                            "Functions__c", "solution-search;information-request"));
            records.part(made, id, 2, messages());
        }
    }

    private static String messages() {
        return IntStream.rangeClosed(2, MESSAGES)
                .mapToObj(number ->
                        "{\"id\":\"m%d\",\"role\":\"%s\",\"name\":\"Karin\",\"text\":\"Line %d of the talk.\"}"
                                .formatted(number, number % 2 == 0 ? "agent" : "visitor", number))
                .collect(Collectors.joining("\n"));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void theAccountsPageCanBeWorkedOnWithinASecond(TestReporter report) {
        assertThat(org.count("Chat_Transcript_Part__c WHERE Conversation__r.Account__c = '" + records.account() + "'"))
                .isEqualTo(2 * CONVERSATIONS);
        Page page = BROWSER.open(org.url() + "/lightning/r/Account/" + records.account() + "/view");
        report.publishEntry(
                "interactive with 200 conversations, by an org that has just started", interactive(page) + " ms");
        List<Long> again = new ArrayList<>();
        for (int one = 0; one < TRIES; one++) {
            page.reload();
            again.add(interactive(page));
        }
        report.publishEntry("by one that has drawn it before", again + " ms");

        // The middle one of several, for other programs may keep the machine busy during one.
        assertThat(again.stream().sorted().toList().get(TRIES / 2))
                .as("milliseconds until the page is interactive")
                .isLessThan(PROMISED_MS);
        page.locator("c-chat-timeline input").fill("t17.");
        assertThat(page.locator("c-chat-conversation")).hasCount(1);
    }

    /** All is there: the first page of conversations, the newest with its transcript, and the buying group. */
    private static long interactive(Page page) {
        assertThat(page.locator("c-chat-conversation")).hasCount(20);
        assertThat(page.locator("c-chat-message")).hasCount(MESSAGES);
        assertThat(page.locator("c-chat-buying-group li")).hasCount(1);
        return Math.round(((Number) page.evaluate(INTERACTIVE_AT)).doubleValue());
    }
}
