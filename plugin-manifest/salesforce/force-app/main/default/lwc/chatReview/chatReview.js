import { LightningElement, api } from 'lwc';
import { fill, percent } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { retold } from 'c/chatSayings';

const SOBJECTS = {
  Account: LABELS.account,
  Contact: LABELS.contact,
  Lead: LABELS.lead,
  Opportunity: LABELS.opportunity,
};
const FIELDS = {
  email: LABELS.fieldEmail,
  phone: LABELS.fieldPhone,
  name: LABELS.fieldName,
  company: LABELS.fieldCompany,
  domain: LABELS.fieldDomain,
  country: LABELS.fieldCountry,
};

/** Who may be meant where Parley could not tell, field by field, and what a person says to it. */
export default class ChatReview extends LightningElement {
  labels = LABELS;
  always = false;
  shown;

  /** A conversation that waits for a person, as `c/chatData` reads it. What was ticked for another does not count. */
  @api
  get conversation() {
    return this.shown;
  }

  set conversation(conversation) {
    if (conversation?.id !== this.shown?.id) this.always = false;
    this.shown = conversation;
  }

  /** True while a command is on its way; no other can be given then. */
  @api busy = false;

  get review() {
    return this.conversation.review;
  }

  /** With the conversation's number, for several may stand on one page. */
  get spokenTitle() {
    return [LABELS.whose, this.conversation.name].filter(Boolean).join(' ');
  }

  get reason() {
    return this.review.reason && retold(this.review.reason);
  }

  get gap() {
    return this.review.gap === null ? null : fill(LABELS.gap, percent(this.review.gap));
  }

  get candidates() {
    return this.review.candidates.map((candidate) => ({
      ...candidate,
      kind: SOBJECTS[candidate.sobject] ?? candidate.sobject,
      certainty: fill(LABELS.sureBy, percent(candidate.confidence)),
      spoken: fill(LABELS.choose, candidate.name ?? candidate.id),
      agreement: candidate.agreement.map(agreementOf),
    }));
  }

  get alwaysLabel() {
    return this.review.domain ? fill(LABELS.always, this.review.domain) : null;
  }

  /** The look-ups that stand on the conversation now, as a command names them. */
  get linked() {
    const { account, person, opportunity } = this.conversation;
    return {
      ...(account && { Account__c: account.id }),
      ...(person && { [`${person.sobject}__c`]: person.id }),
      ...(opportunity && { Opportunity__c: opportunity.id }),
    };
  }

  get isLinked() {
    return Object.keys(this.linked).length > 0;
  }

  /** For who presses: a button that were disabled would lose the focus. */
  get waits() {
    return String(this.busy);
  }

  keep(event) {
    this.always = event.target.checked;
  }

  choose(event) {
    const { id, sobject } = event.currentTarget.dataset;
    this.correct({ [`${sobject}__c`]: id });
  }

  accept() {
    this.correct(this.linked);
  }

  sayNobody() {
    this.correct({ Nobody__c: true });
  }

  correct(links) {
    if (this.busy) return;
    const fields = { ...links, Always__c: this.always };
    const detail = { action: 'Correct match', conversation: this.conversation.id, fields };
    this.dispatchEvent(new CustomEvent('command', { detail, bubbles: true, composed: true }));
  }
}

/** What the visitor says and, where that is something else, what the record holds. */
function agreementOf({ field, said, holds, agrees }) {
  return {
    field,
    label: FIELDS[field] ?? field,
    text: agrees ? said : fill(LABELS.saysAndHolds, said, holds ?? LABELS.another),
    icon: agrees ? 'utility:check' : 'utility:close',
    verdict: agrees ? LABELS.agrees : LABELS.differs,
  };
}
