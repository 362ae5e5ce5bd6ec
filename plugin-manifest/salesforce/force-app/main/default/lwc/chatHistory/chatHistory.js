import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord } from 'lightning/uiRecordApi';
import COMMAND from '@salesforce/schema/Chat_Command__c';
import { CONVERSATIONS, conversationsOf, isAsked, moreThan, nextMeeting } from 'c/chatData';
import { fill } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { Ticker } from 'c/chatTicker';

const AT_ONCE = 20;
const WHEN_SEARCHED = 200;
/** A page of GraphQL is no longer. */
const MOST = 2_000;
const WHILE_SOMETHING_HAPPENS = 5_000;
const OTHERWISE = 30_000;
const LONGEST_ANSWER = 300_000;

const SAID = {
  Accept: LABELS.acceptGiven,
  Decline: LABELS.declineGiven,
  'Correct match': LABELS.correctGiven,
  Undo: LABELS.undoGiven,
};

/** What was said in chat about a record: the newest in short, then every conversation. */
export default class ChatHistory extends LightningElement {
  labels = LABELS;
  first = AT_ONCE;
  conversations;
  more = 0;
  errors;
  result;
  busy = false;
  /** Ids of conversations of which somebody has said whose they are: not known to be carried out yet. */
  answered = [];
  ticker = new Ticker(() => this.refresh(), OTHERWISE);

  /** The record whose page this is on. */
  @api recordId;

  /** Its object: Account, Opportunity, Contact or Lead. */
  @api objectApiName;

  /** Address of the agent's desk, with {source} and {id} in place of the conversation's; empty for no link. */
  @api deskUrl;

  connectedCallback() {
    this.ticker.start();
  }

  disconnectedCallback() {
    this.ticker.stop();
  }

  get query() {
    return this.recordId ? CONVERSATIONS : undefined;
  }

  get variables() {
    return { record: this.recordId, first: this.first };
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  received(result) {
    if (result.refresh) this.result = result;
    const hadFocus = Boolean(this.template.activeElement);
    if (result.data) {
      this.conversations = conversationsOf(result.data);
      this.more = this.first < MOST ? Math.max(0, moreThan(result.data)) : 0;
      this.ticker.every(this.isLively ? WHILE_SOMETHING_HAPPENS : OTHERWISE);
    }
    this.errors = result.errors;
    if (hadFocus) Promise.resolve().then(() => this.keepFocus());
  }

  /** What had the focus may be gone with the news: an offer's buttons once it is taken. The page's top is a long way off. */
  keepFocus() {
    if (this.template.activeElement) return;
    this.template.querySelector('c-chat-now, c-chat-timeline')?.focus();
  }

  /** Whether somebody is chatting, waits for an answer, or gave a command that is not carried out yet. */
  get isLively() {
    return this.conversations.some(
      ({ id, status, commands }) =>
        status !== 'Closed' || commands.some((command) => command.status === 'New') || this.answered.includes(id),
    );
  }

  get isLoading() {
    return !this.conversations && !this.errors;
  }

  get isEmpty() {
    return this.conversations?.length === 0;
  }

  /**
   * The conversation to look at first: of those that are offered and wait the one whose time is up first, whatever is
   * offered after it; else the newest that is surely the record's.
   */
  get newest() {
    const offered = this.conversations?.filter((conversation) => conversation.handoffStatus === 'Offered') ?? [];
    const until = (conversation) => conversation.handoffUntil ?? '';
    return (
      offered.sort((one, other) => until(one).localeCompare(until(other)))[0] ??
      this.conversations?.find((conversation) => !isAsked(conversation, this.recordId))
    );
  }

  /** Conversations that may be the record's; whose they are waits for a person. */
  get asked() {
    const newest = this.newest;
    return (this.conversations ?? []).filter((each) => each !== newest && isAsked(each, this.recordId));
  }

  get hasAsked() {
    return this.asked.length > 0;
  }

  get hasAny() {
    return this.conversations?.length > 0;
  }

  get meeting() {
    const own = this.conversations.filter((each) => !isAsked(each, this.recordId));
    return nextMeeting(own, Date.now());
  }

  get isAccount() {
    return this.objectApiName === 'Account';
  }

  get title() {
    const count = (this.conversations?.length ?? 0) + this.more;
    return count > 0 ? fill(LABELS.titleWithCount, count) : LABELS.title;
  }

  showMore() {
    this.first = Math.min(MOST, this.first + AT_ONCE);
  }

  showAll() {
    this.first = Math.max(this.first, WHEN_SEARCHED);
  }

  /** Reads what is new, here and in what stands open below. */
  async refresh() {
    const parts = ['c-chat-timeline', 'c-chat-buying-group'].map((name) => this.template.querySelector(name));
    await Promise.all([this.result?.refresh?.(), ...parts.map((part) => part?.refresh())]);
  }

  async give(event) {
    const { action, conversation, fields } = event.detail;
    this.busy = true;
    try {
      await createRecord({
        apiName: COMMAND.objectApiName,
        fields: { ...fields, Action__c: action, Conversation__c: conversation },
      });
      if (this.asked.some(({ id }) => id === conversation)) this.expect(conversation);
      this.toast(SAID[action], LABELS.commandNew, 'success');
      await this.refresh();
    } catch (error) {
      const why = error.body?.message ?? error.message;
      this.toast(LABELS.commandFailed, why, 'error');
    } finally {
      this.busy = false;
    }
  }

  /** Shows that an answer is on its way, for as long as that takes at most: what became of it stands with the conversation. */
  expect(conversation) {
    this.answered = [...this.answered, conversation];
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(() => {
      this.answered = this.answered.filter((id) => id !== conversation);
    }, LONGEST_ANSWER);
  }

  toast(title, message, variant) {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }
}
