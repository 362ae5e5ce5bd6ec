/** The platform's event for a short message; the page shows it. */
export class ShowToastEvent extends CustomEvent {
  constructor(detail) {
    super('lightning__showtoast', { detail, bubbles: true, composed: true, cancelable: true });
  }
}
