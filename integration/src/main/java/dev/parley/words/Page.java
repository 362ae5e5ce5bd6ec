package dev.parley.words;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;

/** Pages for browsers and for programs that show mail. */
public final class Page {

    private Page() {}

    /** An empty page that says its language and its direction. */
    public static Document of(Words words, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", words.language()).attr("dir", words.direction());
        page.title(title);
        page.head().prependElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        return page;
    }
}
