import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import USER_ID from '@salesforce/user/Id';
import { countdown, distance, fill, joined, moment } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { retold, retoldBreaches, retoldStep, retoldSummary } from 'c/chatSayings';
import { safeAddress } from 'c/chatLines';
import { Ticker } from 'c/chatTicker';

const EVERY_SECOND = 1000;
const HANDOFF = {
  Accepted: LABELS.offerAccepted,
  Declined: LABELS.offerDeclined,
  Expired: LABELS.offerExpired,
  Escalated: LABELS.offerEscalated,
  'Followed up': LABELS.offerFollowedUp,
};

/** The first ten seconds: who it is, what for, what they wait for and until when, and what the seller can do. */
export default class ChatNow extends NavigationMixin(LightningElement) {
  labels = LABELS;
  now = Date.now();
  ticker = new Ticker(() => this.tick(), EVERY_SECOND);

  /** The newest conversation, as `c/chatData` reads it. */
  @api conversation;

  /** The next meeting that came out of the record's conversations, if there is one. */
  @api meeting;

  /** Address of the agent's desk, if there is one. */
  @api deskUrl;

  /** True while a command is on its way. */
  @api busy = false;

  connectedCallback() {
    this.ticker.start();
  }

  disconnectedCallback() {
    this.ticker.stop();
  }

  /** Puts the focus here, for who had it on what is no longer there. */
  @api focus() {
    this.template.querySelector('[data-now]').focus();
  }

  tick() {
    this.now = Date.now();
  }

  get person() {
    return this.conversation.person;
  }

  get name() {
    return this.person?.name ?? LABELS.someone;
  }

  get icon() {
    return this.person?.sobject === 'Lead' ? 'standard:lead' : 'standard:contact';
  }

  get knownOrNew() {
    if (!this.person) return LABELS.unknown;
    return this.person.isNew ? LABELS.newHere : LABELS.known;
  }

  /** The title, then the account, or what the lead says is the company. */
  get about() {
    const company = this.conversation.account?.name ?? this.person?.company;
    return joined([this.person?.title, company]);
  }

  get need() {
    return this.conversation.need ?? retoldSummary(this.conversation.summary)?.split('\n')[0];
  }

  get serviceBreach() {
    return retoldBreaches(this.conversation.serviceBreach);
  }

  get when() {
    return distance(this.conversation.lastMessageAt, this.now);
  }

  get exactWhen() {
    return moment(this.conversation.lastMessageAt);
  }

  get isOffered() {
    const { handoffStatus, handoffUntil } = this.conversation;
    return handoffStatus === 'Offered' && (!handoffUntil || new Date(handoffUntil).getTime() > this.now);
  }

  get mayDecide() {
    const { handoffTo } = this.conversation;
    return this.isOffered && (!handoffTo || handoffTo === USER_ID);
  }

  get offeredToAnother() {
    const { handoffTo, handoffToName } = this.conversation;
    return this.isOffered && handoffTo !== USER_ID && handoffToName ? fill(LABELS.offeredTo, handoffToName) : null;
  }

  get timeLeft() {
    const { handoffUntil } = this.conversation;
    return this.isOffered && handoffUntil ? countdown(handoffUntil, this.now) : null;
  }

  get until() {
    return this.conversation.handoffUntil ? fill(LABELS.until, moment(this.conversation.handoffUntil)) : null;
  }

  get outcome() {
    if (this.isOffered) return null;
    const { handoffStatus, handoffToName } = this.conversation;
    const label = handoffStatus === 'Offered' ? LABELS.offerExpired : HANDOFF[handoffStatus];
    return label ? fill(label, handoffToName ?? '').trim() : null;
  }

  get waitsFor() {
    const { openQuestions, functions } = this.conversation;
    if (openQuestions.length > 0) return openQuestions[0];
    return functions.some((choice) => choice.value === 'wants-human') ? LABELS.aPerson : null;
  }

  get nextMeeting() {
    if (!this.meeting) return null;
    const at = moment(this.meeting.start);
    return joined([at, this.meeting.organizer]);
  }

  get nextStep() {
    const { nextStep, promised } = this.conversation;
    return promised?.includes(nextStep) || this.meeting ? null : retoldStep(nextStep);
  }

  get facts() {
    return [
      { key: 'waits', label: LABELS.waitsFor, text: this.waitsFor, icon: 'utility:clock' },
      { key: 'meeting', label: LABELS.nextMeeting, text: this.nextMeeting, icon: 'utility:event' },
      { key: 'promised', label: LABELS.promised, text: this.conversation.promised, icon: 'utility:check' },
      { key: 'next', label: LABELS.nextStep, text: this.nextStep, icon: 'utility:forward' },
    ].filter((fact) => fact.text);
  }

  /** What became of the last command on this conversation. */
  get commandState() {
    const [command] = this.conversation.commands;
    if (!command) return null;
    if (command.status === 'New') return LABELS.commandNew;
    return command.result && retold(command.result);
  }

  get commandClass() {
    const refused = this.conversation.commands[0]?.status === 'Refused';
    return refused ? 'slds-text-color_error' : 'slds-text-color_weak';
  }

  get desk() {
    const { source, externalId } = this.conversation;
    const id = externalId?.startsWith(`${source}:`) ? externalId.slice(source.length + 1) : externalId;
    if (!this.deskUrl || !id) return null;
    return safeAddress(
      this.deskUrl.replace('{source}', encodeURIComponent(source)).replace('{id}', encodeURIComponent(id)),
    );
  }

  /** For who presses: a button that were disabled would lose the focus. */
  get waits() {
    return String(this.busy);
  }

  accept() {
    this.command('Accept');
  }

  decline() {
    this.command('Decline');
  }

  command(action) {
    if (this.busy) return;
    const detail = { action, conversation: this.conversation.id, fields: {} };
    this.dispatchEvent(new CustomEvent('command', { detail, bubbles: true, composed: true }));
  }

  openPerson() {
    const { id, sobject } = this.person;
    this.go({ type: 'standard__recordPage', attributes: { recordId: id, objectApiName: sobject, actionName: 'view' } });
  }

  openDesk() {
    this.go({ type: 'standard__webPage', attributes: { url: this.desk } });
  }

  go(pageReference) {
    this[NavigationMixin.Navigate](pageReference);
  }
}
