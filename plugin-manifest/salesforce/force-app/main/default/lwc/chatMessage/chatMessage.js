import { LightningElement, api } from 'lwc';
import { counted, fill, moment, timeOfDay } from 'c/chatFormat';
import { safeAddress, stretches } from 'c/chatLines';
import { LABELS } from 'c/chatLabels';

const ROLES = {
  visitor: LABELS.visitor,
  agent: LABELS.agent,
  bot: LABELS.bot,
  peer: LABELS.peer,
  system: LABELS.system,
};
const CUSTOMERS = ['visitor', 'peer'];
const ICONS = { agent: 'utility:user_role', bot: 'utility:robot', peer: 'utility:people' };

/** One message: who, when, what, and what became of it. */
export default class ChatMessage extends LightningElement {
  labels = LABELS;

  /** A message as `c/chatLines` reads it. */
  @api message;

  get role() {
    return ROLES[this.message.role] ?? this.message.role;
  }

  get icon() {
    return ICONS[this.message.role] ?? 'utility:user';
  }

  get name() {
    return this.message.name || this.role;
  }

  /** The role beside a name; not where it stands in the name's place. */
  get roleBeside() {
    return this.message.name && this.role !== this.message.name ? this.role : null;
  }

  /** What happened, rather than what somebody said. */
  get isSystem() {
    return this.message.role === 'system';
  }

  get isBot() {
    return this.message.role === 'bot';
  }

  get time() {
    return timeOfDay(this.message.at);
  }

  get exactTime() {
    return moment(this.message.at);
  }

  /** Customers stand on one side, the company's people and its bot on the other. */
  get side() {
    return CUSTOMERS.includes(this.message.role) ? 'inbound' : 'outbound';
  }

  get itemClass() {
    return `slds-chat-listitem slds-chat-listitem_${this.side}`;
  }

  get bubbleClass() {
    const kind = this.isBot || this.message.isPrivate ? ' by-bot' : '';
    return `slds-chat-message__text slds-chat-message__text_${this.side}${kind}`;
  }

  get stretches() {
    return stretches(this.message.text);
  }

  get attachments() {
    return this.message.attachments.map((file, key) => ({
      key,
      name: file.name || LABELS.attachment,
      href: safeAddress(file.url),
    }));
  }

  get broken() {
    return !this.message.isWhole;
  }

  get leftOut() {
    const count = this.message.attachmentsLeftOut;
    if (count === 0) return null;
    return fill(counted(count, LABELS.attachmentsLeftOutOne, LABELS.attachmentsLeftOut), count);
  }
}
