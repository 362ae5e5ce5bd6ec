import { LightningElement, api } from 'lwc';
import { counted, fill } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { matches } from './matches';

/** A record's conversations, newest first: the newest stands open, any other opens by a click. */
export default class ChatTimeline extends LightningElement {
  labels = LABELS;
  text = '';
  only = 'all';
  opened = new Set();
  newest;
  listed = [];
  /** How many were shown when an answer came to somebody on the button for more; else nothing. */
  before;

  /** Conversations as `c/chatData` reads them, newest first. What somebody reads stays open when a newer one comes. */
  @api
  get conversations() {
    return this.listed;
  }

  set conversations(conversations) {
    this.before = this.isOnMore ? this.shown.length : undefined;
    this.listed = conversations;
    if (conversations[0] && conversations[0].id !== this.newest) {
      this.newest = conversations[0].id;
      this.opened = new Set([...this.opened, this.newest]);
    }
  }

  /** How many there are beside those. */
  @api more = 0;

  /** True while a command is on its way. */
  @api busy = false;

  /** Reads anew what was said since in those that stand open. */
  @api refresh() {
    const items = [...this.template.querySelectorAll('c-chat-conversation')];
    return Promise.all(items.filter((item) => item.open).map((item) => item.refresh()));
  }

  /** Puts the focus here, for who had it on what is no longer there. */
  @api focus() {
    this.template.querySelector('input').focus();
  }

  get isOnMore() {
    const button = this.template.querySelector('[data-more]');
    return button !== null && this.template.activeElement === button;
  }

  /** The button for more goes with the last of them; who was on it goes on to the first that it brought. */
  renderedCallback() {
    const { before } = this;
    this.before = undefined;
    if (before === undefined || this.hasMore) return;
    (this.template.querySelectorAll('c-chat-conversation')[before] ?? this).focus();
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
    return this.listed
      .filter((conversation) => matches(conversation, this.text, this.only))
      .map((conversation) => ({ conversation, id: conversation.id, open: this.opened.has(conversation.id) }));
  }

  /** How many of how many are shown, where that is not all of them. */
  get found() {
    const all = this.listed.length + this.more;
    if (!this.isSearched && !this.hasMore) return null;
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
    const opened = new Set(this.opened);
    if (!opened.delete(event.detail)) opened.add(event.detail);
    this.opened = opened;
  }

  loadMore() {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
