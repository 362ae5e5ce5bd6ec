package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.ChatPeople.answer;
import static dev.parley.acceptance.ChatPeople.message;
import static dev.parley.acceptance.ChatPeople.open;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent does while there is no line is done when it is back, or comes back to them where it must not be. */
class DeskLineStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    /** Lets a story speak in the chat service's place, beside it. */
    private static final String LINES =
            """
            const Line = WebSocket;
            window.lines = [];
            window.WebSocket = class extends Line { constructor(address) { super(address); lines.push(this); } };
            """;

    private Org org;
    private Page visitor;
    private Page desk;

    @BeforeEach
    void majaTalksToPer() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskLineStoriesTest")));
        visitor = ChatPeople.visitor(BROWSER, org, "en", "Per Lind", "Can I talk to a person?");
        desk = BROWSER.open("about:blank");
        desk.addInitScript(LINES);
        desk.navigate(org.url() + "/desk/?lang=en");
        desk.locator("#next:not([aria-disabled=true])").click();
        assertThat(desk.locator("#transfer")).isVisible();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private void loseTheLine() {
        desk.context().setOffline(true);
        assertThat(desk.locator("#line")).containsText("The connection is lost");
    }

    private void findItAgain() {
        desk.context().setOffline(false);
        assertThat(desk.locator("#line")).hasText("");
    }

    @Test
    void whatAnAgentDoesWithoutALineIsDoneWhenItIsBack() {
        loseTheLine();
        answer(desk, "Said in the dark");
        assertThat(desk.locator(".pending")).containsText("sending");
        desk.locator("#colleague").selectOption("tobias");
        desk.locator("#note").fill("Handed over in the dark");
        desk.locator("#transfer button").click();
        assertThat(desk.locator("#state")).containsText("Maja Lindqvist");

        findItAgain();

        assertThat(desk.locator("#state")).containsText("Tobias Kern");
        assertThat(desk.locator(".pending")).hasCount(0);
        assertThat(message(desk, "Said in the dark")).hasCount(1);
        assertThat(message(desk, "Handed over in the dark")).hasCount(1);
        assertThat(visitor.getByText("Said in the dark")).hasCount(1);
        assertThat(visitor.getByText("Handed over in the dark")).hasCount(0);
    }

    @Test
    void aColleagueWhoTookOverMeanwhileKeepsItAndTheWordsComeBack() {
        loseTheLine();
        answer(desk, "Too late to say");
        desk.locator("#text").fill("half a thought");
        desk.locator("#close").click();
        Page colleague = BROWSER.open(org.url() + "/desk/?lang=en");
        colleague.locator("#me").selectOption("tobias");
        open(colleague, "Per Lind");
        colleague.locator("#take").click();
        assertThat(colleague.locator("#transfer")).isVisible();

        findItAgain();

        assertThat(desk.locator("#refused")).containsText("Tobias Kern");
        assertThat(desk.locator("#refused blockquote")).hasText("Too late to say");
        assertThat(desk.locator("#refused").getByText("Not done")).hasCount(1);
        assertThat(desk.locator("#text")).hasValue("half a thought\nToo late to say");
        WebBrowser.assertAccessible(desk);
        BROWSER.screenshot(desk, "refused");
        answer(colleague, "I am with you");
        assertThat(visitor.getByText("I am with you")).isVisible();
        assertThat(visitor.getByText("Too late to say")).hasCount(0);
        assertThat(colleague.locator("#transfer")).isVisible();
    }

    @Test
    void whatWasSaidAfterTheEndIsShownToWhoSaidIt() {
        loseTheLine();
        answer(desk, "Said after the end");
        visitor.locator("#parley-chat header button").first().click();
        assertThat(visitor.getByText("ended").first()).isVisible();

        findItAgain();

        assertThat(desk.locator("#refused")).containsText("is closed");
        assertThat(desk.locator("#refused blockquote")).hasText("Said after the end");
    }

    /** No Parley is there to hear of it, which the agent is told. */
    @Test
    void aDecisionWithoutALineIsToldWhenItIsBackAndItsFailureSeen() {
        String talk = desk.locator("[data-talk][aria-current=true]").getAttribute("data-talk");
        desk.evaluate(
                "frame => lines.at(-1).onmessage({ data: frame })",
                """
                {"type":"item","talk":"%s","place":9999,"event":{"id":"e","type":"handoff.offered","data":{"offer":"o",
                 "to":{"name":"Maja Lindqvist","email":"maja@norrvik.example"},"until":"2030-01-01T10:00:00Z","url":"http://parley.example/v1/handoffs/x"}}}
                """
                        .formatted(talk));
        loseTheLine();

        desk.locator(".offer .main").click();
        assertThat(desk.locator(".offer .main")).hasAttribute("aria-disabled", "true");
        findItAgain();

        assertThat(desk.locator("#refused")).containsText("Parley does not answer");
        assertThat(desk.locator(".offer .main")).hasAttribute("aria-disabled", "false");
    }

    @Test
    void whoComesToTheDeskWithoutALineSpeaksInTheirOwnName() {
        loseTheLine();
        answer(desk, "Said by Maja");
        desk.locator("#me").selectOption("tobias");
        assertThat(desk.locator("#transfer")).isHidden();
        answer(desk, "Said by Tobias");

        findItAgain();

        assertThat(message(desk, "Said by Maja").locator(".who")).containsText("Maja Lindqvist");
        assertThat(message(desk, "Said by Tobias").locator(".who")).containsText("Tobias Kern");
        assertThat(desk.locator("#state")).containsText("Tobias Kern");
        assertThat(desk.locator("#transfer")).isVisible();
        assertThat(desk.locator("#me")).hasValue("tobias");
    }

    @Test
    void whatIsAtHandFollowsTheVisitorsLanguage() {
        assertThat(desk.locator("#questions button").first()).containsText("Are you looking for");

        visitor.locator("#parley-chat select").selectOption("de");

        assertThat(desk.locator("#questions button").first()).containsText("Suchen Sie");
        assertThat(desk.locator("#canned")).containsText("Datenblätter");
    }
}
