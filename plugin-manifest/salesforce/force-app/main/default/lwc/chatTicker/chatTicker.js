/**
 * Calls back again and again while people can see the page, and not while it is hidden. A page that comes back into
 * sight is called at once if a call fell out meanwhile.
 */
export class Ticker {
  /** @param {number} period milliseconds between two calls */
  constructor(act, period) {
    this.act = act;
    this.period = period;
    this.visibilityChanged = () => this.comeBack();
  }

  start() {
    if (this.timer) return;
    document.addEventListener('visibilitychange', this.visibilityChanged);
    // The only timer of all these components; stop() ends it.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timer = setInterval(() => this.tick(), this.period);
  }

  stop() {
    document.removeEventListener('visibilitychange', this.visibilityChanged);
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Changes how often; keeps running or resting as it was. */
  every(period) {
    if (period === this.period) return;
    this.period = period;
    if (this.timer) {
      this.stop();
      this.start();
    }
  }

  tick() {
    if (document.hidden) this.missed = true;
    else this.act();
  }

  comeBack() {
    if (!document.hidden && this.missed) {
      this.missed = false;
      this.act();
    }
  }
}
