import { Ticker } from 'c/chatTicker';

const PERIOD = 1000;
let hidden = false;

function see(visible) {
  hidden = !visible;
  document.dispatchEvent(new CustomEvent('visibilitychange'));
}

describe('c-chat-ticker', () => {
  let act;
  let ticker;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    hidden = false;
    act = jest.fn();
    ticker = new Ticker(act, PERIOD);
    ticker.start();
  });

  afterEach(() => {
    ticker.stop();
    jest.useRealTimers();
  });

  it('calls once a period', () => {
    jest.advanceTimersByTime(3 * PERIOD);
    expect(act).toHaveBeenCalledTimes(3);
  });

  it('rests while the page is hidden, and catches up once when it comes back', () => {
    see(false);
    jest.advanceTimersByTime(10 * PERIOD);
    expect(act).not.toHaveBeenCalled();
    see(true);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does not call for a page that came back before anything fell out', () => {
    see(false);
    see(true);
    expect(act).not.toHaveBeenCalled();
  });

  it('changes its period on the way', () => {
    ticker.every(PERIOD / 2);
    jest.advanceTimersByTime(PERIOD);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('ends', () => {
    ticker.stop();
    jest.advanceTimersByTime(10 * PERIOD);
    see(true);
    expect(act).not.toHaveBeenCalled();
  });
});
