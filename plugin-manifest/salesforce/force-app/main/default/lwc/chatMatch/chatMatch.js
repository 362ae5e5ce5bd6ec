import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { OPEN_OPPORTUNITIES, nodes, value } from 'c/chatData';
import { fill, percent } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';

/** Whether the conversation stands with the right opportunity, and one click to put it with another. */
export default class ChatMatch extends LightningElement {
  labels = LABELS;
  opportunities = [];

  /** A conversation as `c/chatData` reads it. */
  @api conversation;

  /** True while a command is on its way; no other can be given then. */
  @api busy = false;

  get query() {
    return this.conversation.account ? OPEN_OPPORTUNITIES : undefined;
  }

  get variables() {
    return { account: this.conversation.account?.id };
  }

  /** Without the account's opportunities there is nothing to choose from, and the page works on; so errors say nothing. */
  @wire(graphql, { query: '$query', variables: '$variables' })
  received({ data }) {
    if (data) {
      this.opportunities = nodes(data.uiapi.query.Opportunity).map((node) => ({
        id: node.Id,
        name: value(node, 'Name'),
        stage: node.StageName?.displayValue ?? value(node, 'StageName'),
      }));
    }
  }

  get isShown() {
    return Boolean(this.conversation.opportunity) || this.others.length > 0;
  }

  get others() {
    const current = this.conversation.opportunity?.id;
    return this.opportunities
      .filter((opportunity) => opportunity.id !== current)
      .map((opportunity) => ({
        ...opportunity,
        spoken: fill(LABELS.moveTo, opportunity.name),
      }));
  }

  get certainty() {
    const { decision, confidence } = this.conversation;
    if (decision === 'Manual') return LABELS.matchManual;
    return confidence === null ? null : fill(LABELS.sureBy, percent(confidence));
  }

  get mayConfirm() {
    return this.conversation.decision === 'Review' && Boolean(this.conversation.opportunity);
  }

  get mayUndo() {
    return this.conversation.decision === 'Manual';
  }

  /** For who presses: a button that were disabled would lose the focus. */
  get waits() {
    return String(this.busy);
  }

  confirm() {
    this.correct(this.conversation.opportunity.id);
  }

  choose(event) {
    this.correct(event.currentTarget.dataset.id);
  }

  undo() {
    this.command('Undo', {});
  }

  correct(opportunity) {
    this.command('Correct match', { Opportunity__c: opportunity, Account__c: this.conversation.account?.id });
  }

  command(action, fields) {
    if (this.busy) return;
    const detail = { action, conversation: this.conversation.id, fields };
    this.dispatchEvent(new CustomEvent('command', { detail, bubbles: true, composed: true }));
  }
}
