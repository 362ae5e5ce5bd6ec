import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/chatLabels';
import { reasons } from './reasons';

/** Says that something went wrong, why, and what to do. */
export default class ChatError extends LightningElement {
  labels = LABELS;

  /** One error or several, as wire adapters and record calls give them. */
  @api errors;

  /** What could not be done. */
  @api what;

  get reasons() {
    return reasons(this.errors).map((text, key) => ({ key, text }));
  }

  tryAgain() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
