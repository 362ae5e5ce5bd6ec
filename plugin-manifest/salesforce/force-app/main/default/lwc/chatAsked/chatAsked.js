import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { counted, distance, fill, moment } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { retoldSummary } from 'c/chatSayings';

/** Conversations that may be the record's: each waits for a person to say whose it is, who need not look elsewhere. */
export default class ChatAsked extends NavigationMixin(LightningElement) {
  labels = LABELS;

  /** Conversations as `c/chatData` reads them, newest first, each with its review. */
  @api conversations = [];

  /** Ids of those of which somebody has said so already: Parley has yet to carry it out. */
  @api answered = [];

  /** True while a command is on its way. */
  @api busy = false;

  get heading() {
    const count = this.conversations.length;
    return fill(counted(count, LABELS.askedOne, LABELS.asked), count);
  }

  get items() {
    return this.conversations.map((conversation) => ({
      id: conversation.id,
      conversation,
      who: conversation.person?.name ?? LABELS.someone,
      said: conversation.need ?? retoldSummary(conversation.summary)?.split('\n')[0],
      at: conversation.lastMessageAt ?? conversation.startedAt,
      when: distance(conversation.lastMessageAt ?? conversation.startedAt),
      exactWhen: moment(conversation.lastMessageAt ?? conversation.startedAt),
      isAnswered: this.answered.includes(conversation.id),
    }));
  }

  openRecord(event) {
    const attributes = {
      recordId: event.currentTarget.dataset.open,
      objectApiName: 'Chat_Conversation__c',
      actionName: 'view',
    };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }
}
