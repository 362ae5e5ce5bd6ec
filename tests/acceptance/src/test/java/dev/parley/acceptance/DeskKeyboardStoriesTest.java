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

    private static final int MOST_STOPS = 40;
    private static final String WISH = "Can I talk to a person?";

    /** How the focus stands out, and where it is: the id, or the group's for what has none. */
    private static final String FOCUS =
            """
            () => {
              const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
              const seen = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
                && box.width > 0 && box.bottom > 0 && box.top < innerHeight && node.matches(':focus-visible');
              return (seen ? '' : 'unseen ') + (node.id || node.closest('[id]')?.id || node.tagName.toLowerCase());
            }""";

    private Org org;
    private Page desk;

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
        tabTo("next");
        press("Enter");
        assertThat(desk.locator("#who")).hasText(name);
        assertThat(desk.locator("#transfer")).isVisible();
        assertThat(focused()).isEqualTo("text");
    }

    private void answersWhileTheVisitorWrites(Page visitor) {
        type("Good mor");
        says(visitor, "It is urgent");
        assertThat(desk.locator("#news")).containsText("It is urgent");
        visitor("Cia Berg");
        assertThat(desk.locator("#news")).containsText("Cia Berg");
        assertThat(entry(desk, "Cia Berg")).isVisible();
        assertThat(focused()).isEqualTo("text");
        type("ning");
        press("Enter");
        assertThat(visitor.getByText("Good morning")).isVisible();
        assertThat(desk.locator("#text")).hasValue("");
        assertThat(focused()).isEqualTo("text");
    }

    private void asksAndEditsWhatIsAtHand() {
        backTo("questions");
        press("Enter");
        assertThat(desk.locator("#text")).hasValue("Who else will want to know about this?");
        assertThat(focused()).isEqualTo("text");
        press("Enter");

        backTo("canned");
        press("ArrowDown");
        press("ArrowDown");
        assertThat(focused()).isEqualTo("canned");
        press("Enter");
        assertThat(desk.locator("#text")).hasValue(Pattern.compile("^A trial takes six weeks"));
        assertThat(desk.locator("#mark")).not().hasText("");
        type(" Shall I book one?");
        assertThat(desk.locator("#mark")).hasText("");
        press("Enter");
        assertThat(desk.locator(".message.agent").last()).containsText("Shall I book one?");
    }

    private void writesAPrivateNote(String mark) {
        type("Wants ten at most");
        tabTo("private");
        press("Space");
        backTo("text");
        press("Enter");
        assertThat(desk.locator(".message.private .who")).containsText(mark);
        assertThat(focused()).isEqualTo("text");
    }

    private void handsOver(String handed) {
        tabTo("colleague");
        press("ArrowDown");
        press("ArrowUp");
        tabTo("note");
        type("Asks for a trial");
        press("Enter");
        assertThat(desk.locator("#log")).containsText(handed);
        assertThat(desk.locator("#state")).containsText("Tobias Kern");
        assertThat(focused()).isEqualTo("next");
    }

    private void closesTheOther(String closed) {
        press("Enter");
        assertThat(desk.locator("#who")).hasText("Bea Lund");
        assertThat(desk.locator("#transfer")).isVisible();
        type("Good morning, too");
        press("Enter");
        backTo("close");
        press("Enter");
        assertThat(desk.locator("#log")).containsText(closed);
        assertThat(desk.locator("#composer")).isHidden();
        assertThat(focused()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void theTabKeyGoesThroughTheDeskAsItIsReadAndTheFocusIsSeenAtEveryStop(String lang) {
        visitor("Ada Holm");
        visitor("Bea Lund");
        sitDown(lang);
        takesTheNext("Ada Holm");
        press("Escape");
        assertThat(focused()).isEqualTo("queue");

        List<String> stops = new ArrayList<>(List.of(focused()));
        for (int stop = 0; stop < MOST_STOPS && !stops.contains("about"); stop++) {
            press("Tab");
            stops.add(focused());
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
    @ValueSource(strings = {"en", "fa"})
    void theFocusStaysWhateverIsDrawnAnew(String lang) {
        Page ada = visitor("Ada Holm");
        visitor("Bea Lund");
        sitDown(lang);
        takesTheNext("Ada Holm");
        press("Escape");
        press("Home");
        assertThat(entry(desk, "Bea Lund")).isFocused();
        press("ArrowDown");
        assertThat(entry(desk, "Ada Holm")).isFocused();
        press("End");
        press("ArrowUp");
        assertThat(entry(desk, "Bea Lund")).isFocused();

        Page cia = visitor("Cia Berg");
        assertThat(desk.locator("#queue li")).hasCount(3);
        assertThat(desk.locator("#queue li").nth(1)).containsText("Cia Berg");
        press("ArrowDown");
        assertThat(entry(desk, "Cia Berg")).isFocused();
        colleagueTakes("Bea Lund");
        assertThat(desk.locator("#queue li").first()).containsText("Cia Berg");
        assertThat(entry(desk, "Cia Berg")).isFocused();

        press("ArrowDown");
        press("Enter");
        assertThat(focused()).isEqualTo("text");
        ends(ada);
        assertThat(desk.locator("#composer")).isHidden();
        assertThat(focused()).isEqualTo("log");
        assertThat(desk.locator("#news")).not().hasText("");
        cia.close();
    }

    private void sitDown(String lang) {
        desk = BROWSER.open(org.url() + "/desk/?lang=" + lang);
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

    private void tabTo(String id) {
        go("Tab", id);
    }

    private void backTo(String id) {
        go("Shift+Tab", id);
    }

    private void go(String key, String id) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(key);
            if (focused().equals(id)) {
                return;
            }
        }
        throw new AssertionError(id + " is not to be reached by " + key + ", which ended at " + focused());
    }

    private String focused() {
        return (String) desk.evaluate(FOCUS);
    }

    private void press(String key) {
        desk.keyboard().press(key);
    }

    private void type(String text) {
        desk.keyboard().type(text);
    }
}
