import { LightningElement, api } from 'lwc';
import { counted, fill } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { matches } from './matches';

/** A record's conversations, newest first: the newest stands open, any other opens by a click. */
export default class ChatTimeline extends LightningElement {
  labels = LABELS;
  text = '';
  only = 'all';
  toggled = new Set();

  /** Conversations as `c/chatData` reads them, newest first. */
  @api conversations = [];

  /** How many there are beside those. */
  @api more = 0;

  /** True while a command is on its way. */
  @api busy = false;

  /** Reads anew what was said since in those that stand open. */
  @api refresh() {
    const items = [...this.template.querySelectorAll('c-chat-conversation')];
    return Promise.all(items.filter((item) => item.open).map((item) => item.refresh()));
  }

  get choices() {
    return [
      { label: LABELS.all, value: 'all' },
      { label: LABELS.open, value: 'open' },
      { label: LABELS.closed, value: 'closed' },
      { label: LABELS.toReview, value: 'review' },
    ];
  }

  get isSearched() {
    return this.text.trim() !== '' || this.only !== 'all';
  }

  get shown() {
    const newest = this.conversations[0]?.id;
    return this.conversations
      .filter((conversation) => matches(conversation, this.text, this.only))
      .map((conversation) => ({
        conversation,
        id: conversation.id,
        open: (conversation.id === newest) !== this.toggled.has(conversation.id),
      }));
  }

  get found() {
    if (!this.isSearched) return null;
    const all = this.conversations.length;
    return fill(counted(all, LABELS.foundOne, LABELS.found), this.shown.length, all);
  }

  get hasMore() {
    return this.more > 0;
  }

  get moreLabel() {
    return fill(LABELS.loadMore, this.more);
  }

  search(event) {
    this.text = event.target.value;
    this.tell();
  }

  filter(event) {
    this.only = event.target.value;
    this.tell();
  }

  /** Whoever searches wants all that is there, not only what is shown. */
  tell() {
    if (this.isSearched && this.hasMore) this.dispatchEvent(new CustomEvent('all'));
  }

  toggle(event) {
    const toggled = new Set(this.toggled);
    if (!toggled.delete(event.detail)) toggled.add(event.detail);
    this.toggled = toggled;
  }

  loadMore() {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
