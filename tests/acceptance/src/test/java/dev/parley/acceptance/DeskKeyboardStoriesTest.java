package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.ChatPeople.entry;
import static dev.parley.acceptance.ChatPeople.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent who has a keyboard and nothing else, and one who does not see what changes. */
class DeskKeyboardStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final String WISH = "Can I talk to a person?";

    private Org org;
    private Page desk;
    private DeskKeys keys;

    @BeforeEach
    void aCompanyWithNobodyInItsQueue() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskKeyboardStoriesTest")));
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({"en, private note, handed over, Closed by", "fa, یادداشت داخلی, گفتگو را سپرد, گفتگو را پایان داد"})
    void aWholeConversationIsWorkedWithTheKeyboardAlone(String lang, String note, String handed, String closed) {
        Page ada = visitor("Ada Holm");
        visitor("Bea Lund");
        sitDown(lang);
        takesTheNext("Ada Holm");
        answersWhileTheVisitorWrites(ada);
        asksAndEditsWhatIsAtHand();
        writesAPrivateNote(note);
        WebBrowser.assertAccessible(desk);
        BROWSER.screenshot(desk, lang);

        handsOver(handed);
        assertThat(ada.getByText("Tobias Kern").last()).containsText("reading");
        closesTheOther(closed);
        WebBrowser.assertAccessible(desk);
    }

    private void takesTheNext(String name) {
        keys.tabTo("next");
        keys.press("Enter");
        assertThat(desk.locator("#who")).hasText(name);
        assertThat(desk.locator("#transfer")).isVisible();
        assertThat(keys.focused()).isEqualTo("text");
    }

    private void answersWhileTheVisitorWrites(Page visitor) {
        keys.type("Good mor");
        says(visitor, "It is urgent");
        assertThat(desk.locator("#news")).containsText("It is urgent");
        visitor("Cia Berg");
        assertThat(desk.locator("#news")).containsText("Cia Berg");
        assertThat(entry(desk, "Cia Berg")).isVisible();
        assertThat(keys.focused()).isEqualTo("text");
        keys.type("ning");
        keys.press("Enter");
        assertThat(visitor.getByText("Good morning")).isVisible();
        assertThat(desk.locator("#text")).hasValue("");
        assertThat(keys.focused()).isEqualTo("text");
    }

    private void asksAndEditsWhatIsAtHand() {
        keys.backTo("questions");
        keys.press("Enter");
        assertThat(desk.locator("#text")).hasValue("Who else will want to know about this?");
        assertThat(keys.focused()).isEqualTo("text");
        keys.press("Enter");

        keys.backTo("canned");
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        assertThat(keys.focused()).isEqualTo("canned");
        keys.press("Enter");
        assertThat(desk.locator("#text")).hasValue(Pattern.compile("^A trial takes six weeks"));
        assertThat(desk.locator("#mark")).not().hasText("");
        keys.type(" Shall I book one?");
        assertThat(desk.locator("#mark")).hasText("");
        keys.press("Enter");
        assertThat(desk.locator(".message.agent").last()).containsText("Shall I book one?");
    }

    private void writesAPrivateNote(String mark) {
        keys.type("Wants ten at most");
        keys.tabTo("private");
        keys.press("Space");
        keys.backTo("text");
        assertThat(desk.locator("#text")).hasAccessibleName(Pattern.compile(mark, Pattern.CASE_INSENSITIVE));
        keys.press("Enter");
        assertThat(desk.locator("#text")).not().hasAccessibleName(Pattern.compile(mark, Pattern.CASE_INSENSITIVE));
        assertThat(desk.locator(".message.private .who")).containsText(mark);
        assertThat(keys.focused()).isEqualTo("text");
    }

    private void handsOver(String handed) {
        keys.tabTo("colleague");
        keys.press("ArrowDown");
        keys.press("ArrowUp");
        keys.tabTo("note");
        keys.type("Asks for a trial");
        keys.press("Enter");
        assertThat(desk.locator("#log")).containsText(handed);
        assertThat(desk.locator("#state")).containsText("Tobias Kern");
        assertThat(keys.focused()).isEqualTo("next");
    }

    private void closesTheOther(String closed) {
        keys.press("Enter");
        assertThat(desk.locator("#who")).hasText("Bea Lund");
        assertThat(desk.locator("#transfer")).isVisible();
        keys.type("Good morning, too");
        keys.press("Enter");
        keys.backTo("close");
        keys.press("Enter");
        assertThat(desk.locator("#log")).containsText(closed);
        assertThat(desk.locator("#composer")).isHidden();
        assertThat(keys.focused()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void theTabKeyGoesThroughTheDeskAsItIsReadAndTheFocusIsSeenAtEveryStop(String lang) {
        visitor("Ada Holm");
        visitor("Bea Lund");
        sitDown(lang);
        takesTheNext("Ada Holm");
        keys.press("Escape");
        assertThat(keys.focused()).isEqualTo("queue");

        List<String> stops = new ArrayList<>(List.of(keys.focused()));
        for (int stop = 0; stop < DeskKeys.MOST_STOPS && !stops.contains("about"); stop++) {
            keys.press("Tab");
            stops.add(keys.focused());
        }

        assertThat(stops)
                .containsExactly(
                        "queue",
                        "close",
                        "log",
                        "questions",
                        "questions",
                        "questions",
                        "questions",
                        "canned",
                        "insert",
                        "text",
                        "private",
                        "composer",
                        "colleague",
                        "note",
                        "transfer",
                        "about");
    }

    @ParameterizedTest
    @CsvSource({"en, Closed by the visitor", "fa, بازدیدکننده گفتگو را پایان داد"})
    void theFocusStaysWhateverIsDrawnAnew(String lang, String closed) {
        Page ada = visitor("Ada Holm");
        visitor("Bea Lund");
        sitDown(lang);
        takesTheNext("Ada Holm");
        keys.press("Escape");
        keys.press("Home");
        assertThat(entry(desk, "Bea Lund")).isFocused();
        keys.press("ArrowDown");
        assertThat(entry(desk, "Ada Holm")).isFocused();
        keys.press("End");
        keys.press("ArrowUp");
        assertThat(entry(desk, "Bea Lund")).isFocused();

        Page cia = visitor("Cia Berg");
        assertThat(desk.locator("#queue li")).hasCount(3);
        assertThat(desk.locator("#queue li").nth(1)).containsText("Cia Berg");
        keys.press("ArrowDown");
        assertThat(entry(desk, "Cia Berg")).isFocused();
        colleagueTakes("Bea Lund");
        assertThat(desk.locator("#queue li").first()).containsText("Cia Berg");
        assertThat(entry(desk, "Cia Berg")).isFocused();

        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(keys.focused()).isEqualTo("text");
        ends(ada);
        assertThat(desk.locator("#composer")).isHidden();
        assertThat(keys.focused()).isEqualTo("log");
        assertThat(desk.locator("#news")).containsText(closed);
        cia.close();
    }

    private void sitDown(String lang) {
        desk = BROWSER.open(org.url() + "/desk/?lang=" + lang);
        keys = new DeskKeys(desk);
        assertThat(desk.locator("#queue li")).hasCount(2);
        assertThat(desk.locator("#queue button.waiting")).hasCount(2);
    }

    private void colleagueTakes(String name) {
        Page colleague = BROWSER.open(org.url() + "/desk/?lang=en");
        colleague.locator("#me").selectOption("tobias");
        assertThat(colleague.locator("#colleague option[value=maja]")).hasCount(1);
        entry(colleague, name).click();
        colleague.locator("#take").click();
    }

    private static void ends(Page visitor) {
        visitor.locator("#parley-chat header button").first().click();
    }

    private Page visitor(String name) {
        Page visitor = ChatPeople.visitor(BROWSER, org, "en", name, WISH);
        assertThat(visitor.getByText("I am fetching a colleague")).isVisible();
        return visitor;
    }
}
