import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { RECORDS, recordsOf } from 'c/chatData';
import { fill } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';

const KINDS = { Account: LABELS.account, Contact: LABELS.contact, Lead: LABELS.lead };

/** Finds an account, contact or lead by its name, and links the conversation to it with one click. */
export default class ChatChoose extends LightningElement {
  labels = LABELS;
  open = false;
  text = '';
  wanted = '';
  records;
  errors;
  refresh;
  shown;

  /** A conversation as `c/chatData` reads it. What was found for another is not offered for this one. */
  @api
  get conversation() {
    return this.shown;
  }

  set conversation(conversation) {
    if (conversation?.id !== this.shown?.id) {
      this.open = false;
      this.text = '';
      this.wanted = '';
      this.records = undefined;
    }
    this.shown = conversation;
  }

  /** True while a command is on its way; no other can be given then. */
  @api busy = false;

  get query() {
    return this.wanted ? RECORDS : undefined;
  }

  get variables() {
    return { name: `%${this.wanted}%` };
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  received({ data, errors, refresh }) {
    this.refresh = refresh;
    if (data) this.records = recordsOf(data);
    this.errors = errors;
  }

  /** For who presses: a button that were disabled would lose the focus. */
  get waits() {
    return String(this.busy);
  }

  get expanded() {
    return String(this.open);
  }

  get choices() {
    return (this.records ?? []).map((record) => ({
      ...record,
      kind: KINDS[record.sobject],
      spoken: fill(LABELS.moveTo, record.name),
    }));
  }

  get foundNothing() {
    return this.records?.length === 0;
  }

  toggle() {
    this.open = !this.open;
  }

  type(event) {
    this.text = event.target.value;
  }

  find(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (text === this.wanted) {
      this.refresh?.();
    } else {
      this.records = undefined;
      this.wanted = text;
    }
  }

  /** A contact brings its account along: whoever is linked to another one would else stay with that. */
  choose(event) {
    if (this.busy) return;
    const record = this.records.find(({ id }) => id === event.currentTarget.dataset.id);
    const fields = { [`${record.sobject}__c`]: record.id };
    if (record.accountId) fields.Account__c = record.accountId;
    // Where a person is asked, the whole domain is taught only by the box that says so.
    if (this.conversation.review) fields.Always__c = false;
    const detail = { action: 'Correct match', conversation: this.conversation.id, fields };
    this.dispatchEvent(new CustomEvent('command', { detail, bubbles: true, composed: true }));
    this.close();
  }

  leave(event) {
    if (this.open && event.key === 'Escape') this.close();
  }

  /** What had the focus is gone then; the button that opened it has it again. */
  close() {
    this.open = false;
    this.template.querySelector('[data-open]').focus();
  }
}
