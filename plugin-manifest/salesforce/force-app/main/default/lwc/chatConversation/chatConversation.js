import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { counted, distance, fill, joined, moment, number } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { retoldSummary } from 'c/chatSayings';

/** What Parley writes of the part that a linked record has; a mapping may write others. */
const PARTS = {
  Candidate: LABELS.candidate,
  Participant: LABELS.participant,
  Recommended: LABELS.recommended,
};

/** One conversation in the timeline: a line of it, and, once opened, its transcript and what was found in it. */
export default class ChatConversation extends NavigationMixin(LightningElement) {
  labels = LABELS;
  showsReasons = false;
  showsLinks = false;

  /** A conversation as `c/chatData` reads it. */
  @api conversation;

  /** Whether it stands open. */
  @api open = false;

  /** True while a command is on its way. */
  @api busy = false;

  /** Reads anew what was said since. */
  @api refresh() {
    return this.template.querySelector('c-chat-transcript')?.refresh();
  }

  /** Puts the focus on its line. */
  @api focus() {
    this.template.querySelector('[data-toggle]').focus();
  }

  get icon() {
    return this.open ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expanded() {
    return String(this.open);
  }

  get who() {
    return this.conversation.person?.name ?? LABELS.someone;
  }

  get said() {
    return this.conversation.need ?? retoldSummary(this.conversation.summary);
  }

  get when() {
    return distance(this.conversation.lastMessageAt ?? this.conversation.startedAt);
  }

  get exactWhen() {
    return moment(this.conversation.lastMessageAt ?? this.conversation.startedAt);
  }

  get facts() {
    const { channel, source, messageCount, statusLabel, role } = this.conversation;
    const label = counted(messageCount, LABELS.messagesOne, LABELS.messages);
    const count = messageCount === null ? null : fill(label, number(messageCount));
    return joined([statusLabel, channel ?? source, count, PARTS[role] ?? role]);
  }

  get showsSummary() {
    const { summary, need } = this.conversation;
    return summary && summary !== need ? retoldSummary(summary) : null;
  }

  get reasonsLabel() {
    return this.showsReasons ? LABELS.hideReasons : LABELS.showReasons;
  }

  get reasonsExpanded() {
    return String(this.showsReasons);
  }

  toggle() {
    this.dispatchEvent(new CustomEvent('toggle', { detail: this.conversation.id }));
  }

  toggleReasons() {
    this.showsReasons = !this.showsReasons;
  }

  get linksExpanded() {
    return String(this.showsLinks);
  }

  toggleLinks() {
    this.showsLinks = !this.showsLinks;
  }

  openRecord() {
    const attributes = { recordId: this.conversation.id, objectApiName: 'Chat_Conversation__c', actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}
