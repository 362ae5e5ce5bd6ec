// Conversations that wait for a person: who may be meant, what agrees, and what the person says to it.

const FIELD = { Account: 'accountId', Contact: 'contactId', Lead: 'leadId', Opportunity: 'opportunityId' };
const $ = id => document.getElementById(id);

/**
 * The part of the page for them.
 *
 * @param page what the page brings along: element, word, number, ask, notice
 */
export function reviews({ element, word, number, ask, notice }) {
  let after = 0;

  function percent(share) {
    return number(share, { style: 'percent' });
  }

  async function refresh() {
    if ($('reviews').contains(document.activeElement)) return; // not under the hand of who is about to decide
    const answer = await ask(`/v1/reviews?after=${after}&lang=${document.documentElement.lang}`);
    $('no-reviews').hidden = answer.reviews.length > 0;
    $('more-reviews').hidden = !answer.next && after === 0;
    $('more-reviews').onclick = () => {
      after = answer.next ?? 0;
      $('more-reviews').blur();
      refresh().catch(problem => notice(problem.message));
    };
    $('reviews').replaceChildren(...answer.reviews.map(card));
  }

  function card(review) {
    const who = [review.visitor.name, review.visitor.email, review.visitor.phone, review.visitor.company];
    const made = element('article', '', { 'aria-label': `${review.source} ${review.id}` });
    const always = element('input', '', { type: 'checkbox' });
    const label = element('label', '');
    label.append(always, ` ${word('always')}`);
    made.append(
      element('h3', who.filter(Boolean).join(' · ') || `${review.source} ${review.id}`),
      element('p', review.opening ?? ''),
      element('p', `${word('reason')}: ${review.reason ?? '–'}`),
      element('p', review.gap === null ? word('noGap') : `${word('gap')}: ${percent(review.gap)}`),
      table(review, always), label, acts(review, always));
    return made;
  }

  function table(review, always) {
    const head = element('tr', '');
    head.append(...[word('candidate'), word('sureness'), word('agreement'), word('act')]
      .map(text => element('th', text, { scope: 'col' })));
    const made = element('table', '');
    made.createTHead().append(head);
    made.createTBody().append(...review.candidates.map(candidate => line(review, candidate, always)));
    const wide = element('div', '', { class: 'wide' });
    wide.append(made);
    return wide;
  }

  function line(review, candidate, always) {
    const made = element('tr', '');
    const agreement = element('ul', '');
    agreement.append(...candidate.agreement.map(compared));
    const cells = [`${candidate.sobject} ${candidate.name ?? ''} (${candidate.id})`, percent(candidate.confidence)]
      .map(text => element('td', text));
    const fields = element('td', '');
    fields.append(agreement);
    const act = element('td', '');
    act.append(button(review, word('choose'), `${candidate.sobject} ${candidate.name ?? candidate.id}`,
      () => ({ decision: 'choose', [FIELD[candidate.sobject]]: candidate.id, always: always.checked })));
    made.append(...cells, fields, act);
    return made;
  }

  function compared(field) {
    const names = { email: word('email'), phone: word('phone'), name: word('personName'), company: word('company'),
      domain: word('domain'), country: word('country') };
    const text = field.agrees ? `${names[field.field] ?? field.field}: ${field.said}`
      : `${names[field.field] ?? field.field}: ${field.said} ≠ ${field.holds ?? '…'}`;
    return element('li', text, { class: field.agrees ? 'good' : 'bad' });
  }

  function acts(review, always) {
    const made = element('p', '');
    const person = [review.visitor.name, review.visitor.email, review.id].find(Boolean);
    made.append(
      button(review, word('accept'), person,
        () => ({ decision: 'accept', ...shown(review), always: always.checked })), ' ',
      button(review, word('nobody'), person, () => ({ decision: 'none', always: always.checked })));
    return made;
  }

  /** What the card shows is accepted: if something else is proposed by now, the server says so. */
  function shown(review) {
    return Object.fromEntries(Object.values(FIELD).map(field => [field, review[field]]));
  }

  function button(review, text, whom, answer) {
    const made = element('button', text, { type: 'button', 'aria-label': `${text}: ${whom}` });
    made.addEventListener('click', () => decide(review, answer(), made));
    return made;
  }

  async function decide(review, answer, pressed) {
    const path = [review.source, review.id].map(encodeURIComponent).join('/');
    try {
      await ask(`/v1/reviews/${path}`, 'POST', answer);
      pressed.closest('article').remove();
      notice(null);
      $('reviews-title').focus();
      await refresh();
    } catch (problem) {
      notice(problem.message);
    }
  }

  return refresh;
}
