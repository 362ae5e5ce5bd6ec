package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.ChatPeople.answer;
import static dev.parley.acceptance.ChatPeople.entry;
import static dev.parley.acceptance.ChatPeople.message;
import static dev.parley.acceptance.ChatPeople.open;
import static dev.parley.acceptance.ChatPeople.says;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent lives by: promises with a clock, several visitors at once, a line that breaks, and colleagues. */
class DeskWorkStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private Org org;

    @BeforeEach
    void aCompanyWithNobodyInItsQueue() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskWorkStoriesTest")));
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void aPromiseThatBreaksIsSeenInWordsAndHeardOnce() {
        visitor("Rolf Sund", "Can I talk to a person?");
        Page desk = BROWSER.open("about:blank");
        desk.clock().install();
        desk.navigate(org.url() + "/desk/?lang=en");
        assertThat(desk.locator("#count")).containsText(Pattern.compile("1.? waiting"));
        assertThat(desk).hasTitle("(1) Agent’s desk");
        assertThat(entry(desk, "Rolf Sund").locator(".time")).not().containsText("late");

        desk.clock().fastForward("05:10");

        assertThat(entry(desk, "Rolf Sund").locator(".time")).containsText("late");
        assertThat(entry(desk, "Rolf Sund")).hasClass(Pattern.compile("\\blate\\b"));
        assertThat(desk.locator("#count")).containsText("past the promise");
        assertThat(desk.locator("#news"))
                .containsText(Pattern.compile("Rolf Sund.? has waited longer than .?5 minutes"));
        desk.clock().fastForward("02:00");
        assertThat(entry(desk, "Rolf Sund").locator(".time")).containsText(Pattern.compile("7:\\d\\d"));
        assertThat(desk.locator("#news p")).hasCount(1);
    }

    @Test
    void aLinkOfARecordsPageOpensItsConversation() {
        visitor("Ada Holm", "Can I talk to a person?");
        visitor("Bea Lund", "Do you have a bearing for me?");
        String bea = entry(desk(), "Bea Lund").getAttribute("data-talk");

        Page desk = BROWSER.open(org.url() + "/desk/?lang=en&source=site&conversation=" + bea);

        assertThat(desk.locator("#who")).hasText("Bea Lund");
        assertThat(desk.locator("#log")).containsText("Do you have a bearing for me?");
        open(desk, "Ada Holm");
        assertThat(desk.locator("#who")).hasText("Ada Holm");
    }

    @Test
    void theClockOfTheAgentsComputerMayBeWrong() {
        visitor("Rolf Sund", "Can I talk to a person?");
        Page desk = BROWSER.open("about:blank");
        long tenMinutesAhead = System.currentTimeMillis() + 600_000;
        desk.clock().install(new Clock.InstallOptions().setTime(tenMinutesAhead));
        desk.navigate(org.url() + "/desk/?lang=en");

        assertThat(entry(desk, "Rolf Sund").locator(".time")).hasText(Pattern.compile("^.?0:\\d\\d.? of .?5:00.?$"));
    }

    @Test
    void nothingIsPromisedWhileTheCompanyIsClosed() {
        visitor("Rolf Sund", "Can I talk to a person?");
        Page desk = BROWSER.open("about:blank");
        desk.clock().install();
        desk.navigate(org.url() + "/desk/?lang=en");
        desk.locator("#hours").click();
        assertThat(desk.locator("#hours")).containsText("Closed");

        desk.clock().fastForward("01:05:00");

        assertThat(entry(desk, "Rolf Sund").locator(".time")).hasText(Pattern.compile("^.?1:05:\\d\\d.? of .?5:00.?$"));
        assertThat(desk.locator("#news p")).hasCount(0);
    }

    @Test
    void anAnswerThatIsDueRunsOnAfterAVisitorIsTaken() {
        Page visitor = visitor("Rolf Sund", "Can I talk to a person?");
        Page desk = desk();
        desk.locator("#next").click();
        assertThat(entry(desk, "Rolf Sund").locator(".time")).containsText("Answer due");
        answer(desk, "Here I am");
        assertThat(entry(desk, "Rolf Sund").locator(".time")).hasText("In talk");
        says(visitor, "How fast is it?");
        assertThat(entry(desk, "Rolf Sund").locator(".time")).containsText("Answer due");
    }

    @Test
    void whoHasTwoVisitorsMixesUpNeitherTheirWordsNorTheirOwn() {
        Page first = visitor("Ada Holm", "Can I talk to a person?");
        visitor("Bea Lund", "Can I talk to a person?");
        Page desk = desk();
        desk.locator("#next").click();
        answer(desk, "Hello Ada");
        desk.locator("#text").fill("Your price is");
        desk.locator("#note").fill("Ada wants ten");
        desk.locator("#next").click();
        assertThat(desk.locator("#who")).hasText("Bea Lund");
        assertThat(desk.locator("#text")).hasValue("");
        assertThat(desk.locator("#note")).hasValue("");

        says(first, "Are you still there?");

        assertThat(entry(desk, "Ada Holm").locator(".unread")).containsText(Pattern.compile("New: .?1"));
        assertThat(desk.locator("#news")).containsText(Pattern.compile("Ada Holm.?: .?Are you still there"));
        assertThat(desk).hasTitle("(1) Agent’s desk");
        open(desk, "Ada Holm");
        assertThat(desk.locator("#text")).hasValue("Your price is");
        assertThat(desk.locator("#note")).hasValue("Ada wants ten");
        assertThat(entry(desk, "Ada Holm").locator(".unread")).hasText("");
    }

    @Test
    void aReplyIsCannedAsLongAsNothingInItIsTheAgentsOwn() {
        visitor("Nils Ek", "Can I talk to a person?");
        Page desk = desk();
        desk.locator("#next").click();
        String canned = "I will send you the data sheets by e-mail today.";
        desk.locator("#text").fill(canned);
        assertThat(desk.locator("#mark")).containsText("Sent as a canned reply");

        desk.locator("#canned").selectOption("papers");
        desk.locator("#insert").click();
        assertThat(desk.locator("#text")).hasValue(canned + "\n" + canned);
        assertThat(desk.locator("#mark")).hasText("");

        answer(desk, canned);
        assertThat(desk.locator(".message.agent .who").last()).containsText("canned");
        desk.locator("#text").fill("Good morning Nils.");
        desk.locator("#questions button").first().click();
        assertThat(desk.locator("#text")).hasValue(Pattern.compile("Good morning Nils\\.\nAre you looking for"));
        desk.locator("#text").press("Enter");
        assertThat(desk.locator(".message.agent .who").last()).not().containsText("canned");
    }

    @Test
    void aColleagueHearsWhatIsHandedToThemAndTheAgentSeesWhetherTheyAreThere() {
        Page visitor = visitor("Eva Ryd", "Can I talk to a person?");
        Page desk = desk();
        Locator tobias = desk.locator("#colleague option[value=tobias]");
        desk.locator("#next").click();
        answer(desk, "Twelve machines, I understand");
        assertThat(tobias).containsText("not at the desk");
        Page colleague = desk();
        colleague.locator("#me").selectOption("tobias");
        assertThat(tobias).hasText("Tobias Kern");

        desk.locator("#colleague").selectOption("tobias");
        desk.locator("#note").fill("Wants a price by Friday");
        desk.locator("#transfer button").click();

        assertThat(colleague.locator("#news")).containsText(Pattern.compile("Eva Ryd.? was handed over to you"));
        assertThat(visitor.getByText("Tobias Kern").last()).containsText("reading");
        open(colleague, "Eva Ryd");
        assertThat(colleague.locator("#log")).containsText("Twelve machines, I understand");
        assertThat(message(colleague, "Wants a price by Friday").locator(".who"))
                .containsText("private note");
        assertThat(desk.locator("#mark")).containsText("takes the conversation over from");
    }

    @Test
    void whoWasHereBeforeIsOneClickAway() {
        Page before = ChatPeople.visitor(BROWSER, org, "en", "Lena Dahl", "Lena@Dahl.example", "Ninety bearings");
        Page desk = desk();
        open(desk, "Lena Dahl");
        assertThat(message(desk, "Ninety bearings")).hasCount(1);
        desk.locator("#close").click();
        assertThat(before.getByText("ended").first()).isVisible();
        ChatPeople.visitor(BROWSER, org, "en", "Lena D.", "lena@dahl.example", "Can I talk to a person?");
        open(desk, "Lena D.");
        assertThat(desk.locator("#about")).containsText("Ninety bearings");

        desk.locator("#about [data-earlier]").press("Enter");

        assertThat(message(desk, "Ninety bearings")).hasCount(1);
        assertThat(desk.locator("#log")).isFocused();
    }

    private Page visitor(String name, String question) {
        return ChatPeople.visitor(BROWSER, org, "en", name, question);
    }

    private Page desk() {
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        assertThat(desk.locator("#line")).hasText("");
        assertThat(desk.locator("#queue button").first()).isVisible();
        return desk;
    }
}
