// The visitor's chat: one <script src="…/site/widget.js"></script> on any page. Attributes of the script, all optional:
//   data-lang="sv"            the language (en, sv, de, fa, zh), else that of ?lang=, the page, the browser; the visitor's choice goes before
//   data-invite-after="30"    seconds until it offers its help, "off" for never
//   data-invite-when="…"      a CSS selector: it offers its help only where the page has such an element
//   data-company, data-email, data-phone   whom the visitor talks to, and the other ways to reach them
// Nothing that anybody writes is ever read as HTML.

/** Twice on a page it is there once: a second copy ends here, having put back what a page threw away with its old body. */
const HERE = Symbol.for('parley.chat');
if (window[HERE]) return window[HERE]();
window[HERE] = () => document.body && !host.isConnected && document.body.append(host);

const script = document.currentScript;
const server = new URL('.', script.src);
const option = (name, otherwise = '') => script.dataset[name] ?? otherwise;
