// The admin's pages: what the server says of itself, in the reader's language. No library, no build step.
import { reviews } from './reviews.js';
import { WORDS } from './words.js';

const REFRESH_MS = 5000;
const REVIEWS_MS = 30000;
const $ = id => document.getElementById(id);
const state = { token: sessionStorage.getItem('token'), language: null, timer: null, reviewsAt: 0 };

const languages = Object.keys(WORDS);
const wished = [localStorage.getItem('language'), ...navigator.languages].filter(Boolean).map(tag => tag.split('-')[0]);
speak(wished.find(language => languages.includes(language)) ?? 'en');

function word(key) {
  return WORDS[state.language][key] ?? WORDS.en[key];
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  document.querySelectorAll('[data-word]').forEach(element => { element.textContent = word(element.dataset.word); });
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  // As text, never as markup: much of what is shown was typed by strangers.
  made.textContent = text ?? '–';
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function time(iso) {
  if (!iso) return '–';
  return new Intl.DateTimeFormat(state.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

function number(value, style = {}) {
  return new Intl.NumberFormat(state.language, style).format(value);
}

async function ask(path, method = 'GET', said = undefined) {
  const headers = { Authorization: `Bearer ${state.token}`, ...(said && { 'Content-Type': 'application/json' }) };
  const answer = await fetch(path, { method, headers, body: said && JSON.stringify(said) });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(body.detail ?? answer.statusText), { status: answer.status });
  return body;
}

function notice(text) {
  $('notice').hidden = !text;
  $('notice').textContent = text ?? '';
}

async function refresh() {
  clearTimeout(state.timer);
  try {
    const [status, letters] = await Promise.all([ask('/v1/status'), ask('/v1/dead-letters')]);
    enter(true);
    showState(status);
    showFindings(status.mappings.findings);
    showSources(status.sources);
    showLetters(letters);
    await lookAtReviews();
    notice(null);
  } catch (problem) {
    if (problem.status === 401) return leave(word('wrongToken'));
    notice(`${word('away')} ${problem.message}`);
  }
  state.timer = setTimeout(refresh, REFRESH_MS);
}

const refreshReviews = reviews({ element, word, number, ask, notice });

/** Each is worked out anew by the server, so they are asked for less often. */
async function lookAtReviews() {
  if (Date.now() < state.reviewsAt) return;
  await refreshReviews();
  state.reviewsAt = Date.now() + REVIEWS_MS;
}

function showState(status) {
  const rows = [
    ['delivery', status.delivery.trouble ?? word('delivering'), status.delivery.trouble ? 'bad' : 'good'],
    ['waiting', number(status.delivery.waiting)],
    ['mappings', status.mappings.broken ? word('broken') : word('inForce'), status.mappings.broken ? 'bad' : 'good'],
    ['version', `${status.mappings.number ?? '–'} · ${status.mappings.version.slice(0, 12)} · ${time(status.mappings.since)}`],
    ['past', status.mappings.appliedAt ? `${word('applied')} ${time(status.mappings.appliedAt)}` : word('notApplied')],
  ];
  $('state').replaceChildren(...rows.flatMap(([key, value, mark]) =>
    [element('dt', word(key)), element('dd', value, mark ? { class: mark } : {})]));
}

function showFindings(findings) {
  $('findings-section').hidden = findings.length === 0;
  $('findings').replaceChildren(...findings.map(finding => {
    const line = element('li', '');
    line.append(element('code', finding));
    return line;
  }));
}

function showSources(sources) {
  $('sources').replaceChildren(...sources.map(source => row(source.name, source.mode, time(source.lastEventAt))));
}

function showLetters(letters) {
  const open = letters.filter(letter => !letter.discarded);
  $('no-letters').hidden = open.length > 0;
  $('letters-table').hidden = open.length === 0;
  if ($('letters').contains(document.activeElement)) return; // not under the hand of who is about to press a button
  $('letters').replaceChildren(...open.map(letterRow));
}

function letterRow(letter) {
  const made = row(time(letter.at), `${letter.sobject ?? ''} ${letter.key ?? ''}`, letter.place, `${letter.code}: ${letter.message}`);
  const cell = element('td', '');
  ['replay', 'discard'].forEach(act => {
    const button = element('button', word(act), { type: 'button', 'aria-label': `${word(act)}: ${letter.id}` });
    button.addEventListener('click', () => decide(letter.id, act));
    cell.append(button, ' ');
  });
  made.append(cell);
  return made;
}

function row(...texts) {
  const made = element('tr', '');
  made.append(...texts.map(text => element('td', text)));
  return made;
}

async function decide(id, act) {
  if (act === 'discard' && !confirm(word('sure'))) return;
  try {
    await ask(`/v1/dead-letters/${encodeURIComponent(id)}/${act}`, 'POST');
    document.activeElement.blur();
    refresh();
  } catch (problem) {
    notice(problem.message);
  }
}

async function lookUp(event) {
  event.preventDefault();
  const path = [$('lookup-source'), $('lookup-id')].map(field => encodeURIComponent(field.value.trim())).join('/');
  try {
    showConversation(await ask(`/v1/conversations/${path}?lang=${state.language}`));
    notice(null);
  } catch (problem) {
    $('found').replaceChildren();
    notice(problem.message);
  }
}

function showConversation(found) {
  const records = element('ul', '');
  records.append(...found.crm.map(record => {
    const line = element('li', '');
    line.append(record.url ? element('a', `${record.sobject} ${record.key}`, { href: record.url, rel: 'noreferrer' })
      : element('span', `${record.sobject} ${record.key}`));
    return line;
  }));
  const all = element('details', '');
  all.append(element('summary', word('everything')), element('pre', JSON.stringify(found, null, 2)));
  $('found').replaceChildren(element('h3', word('records')), records, all);
}

function enter(known) {
  $('entry').hidden = known;
  $('board').hidden = !known;
  $('leave').hidden = !known;
}

function leave(why) {
  clearTimeout(state.timer);
  sessionStorage.removeItem('token');
  state.token = null;
  state.reviewsAt = 0;
  enter(false);
  notice(why);
  $('token').focus();
}

$('language').append(...languages.map(language => element('option', WORDS[language].name, { value: language, lang: language })));
$('language').value = state.language;
$('language').addEventListener('change', event => {
  localStorage.setItem('language', event.target.value);
  speak(event.target.value);
  state.reviewsAt = 0;
  if (state.token) refresh();
});
$('entry').addEventListener('submit', event => {
  event.preventDefault();
  state.token = $('token').value;
  sessionStorage.setItem('token', state.token);
  $('token').value = '';
  refresh();
});
$('leave').addEventListener('click', () => leave(null));
$('lookup').addEventListener('submit', lookUp);
if (state.token) refresh();
