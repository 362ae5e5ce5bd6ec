import ChatNow from 'c/chatNow';
import { conversationsOf } from 'c/chatData';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';
import { went } from 'lightning/navigation';

const [OFFERED, LEAD] = conversationsOf(require('../../chatHistory/__tests__/data/conversations.json'));

const now = (conversation, properties = {}) => shown('c-chat-now', ChatNow, { conversation, ...properties });
const fact = (element, key) => within(element, `[data-fact="${key}"] dd`)[0]?.textContent;

describe('c-chat-now', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-03T09:31:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] }),
  );

  afterEach(async () => {
    await clear();
    went.mockClear();
    jest.useRealTimers();
  });

  it('says who it is, what for, what they wait for, what was promised and what comes next', async () => {
    const element = now(OFFERED, { meeting: OFFERED.meetings[1] });
    const text = textOf(element);

    expect(text).toContain('Karin Ekdahl');
    expect(text).toContain('Head of Procurement · Bergslags Steel AB');
    expect(within(element, 'blockquote')[0].textContent).toBe('We need something that warns us a week before.');
    expect(fact(element, 'waits')).toBe('Does it work at 80 °C?');
    expect(fact(element, 'promised')).toBe("I'll send you a plan today.");
    expect(fact(element, 'meeting')).toContain('Ada Lind');
    expect(fact(element, 'next')).toBeUndefined();
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('tells somebody new from somebody known', () => {
    expect(within(now(OFFERED), '[data-known]')[0].label).toContain('Chat_Known');
    expect(within(now(LEAD), '[data-known]')[0].label).toContain('Chat_New_Here');
    expect(textOf(now(LEAD))).toContain('Buyer · Lindgren & Co');
  });

  it('counts down while the offer stands, and takes it away when the time is up', async () => {
    const element = now(OFFERED);
    const left = () => within(element, '[role=timer]')[0]?.textContent;

    expect(left()).toBe('04:00');
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(left()).toBe('03:55');
    jest.advanceTimersByTime(4 * 60_000);
    await settled();
    expect(left()).toBeUndefined();
    expect(within(element, '[data-accept]')).toHaveLength(0);
    expect(within(element, '[data-outcome]')).toHaveLength(1);
  });

  it('says plainly which promise to the visitor was not kept', async () => {
    const element = now({ ...OFFERED, serviceBreach: 'To be first answered within 5 min: 7 min late' });
    expect(textOf(within(element, '[data-breach]')[0])).toMatch(/Chat_Service_Breach : To be first answered/);
    await expect(barriers(element)).resolves.toEqual([]);
    expect(within(now({ ...OFFERED, serviceBreach: null }), '[data-breach]')).toHaveLength(0);
  });

  it("leaves another seller's offer to them", () => {
    const element = now({ ...OFFERED, handoffTo: '005000000000002AAA' });
    expect(within(element, '[data-offer]')).toHaveLength(1);
    expect(within(element, '[data-accept]')).toHaveLength(0);
  });

  it('cannot be pressed twice while a command is on its way', () => {
    const element = now(OFFERED, { busy: true });
    const given = jest.fn();
    element.addEventListener('command', given);
    const [accept] = within(element, '[data-accept]');
    accept.focus();
    accept.click();

    expect(accept.ariaDisabled ?? accept.getAttribute('aria-disabled')).toBe('true');
    expect(given).not.toHaveBeenCalled();
    expect(element.shadowRoot.activeElement).toBe(accept);
  });

  it('has a place for the focus, and one where news of a command are told before there are any', () => {
    const element = now({ ...OFFERED, commands: [] });
    element.focus();

    expect(element.shadowRoot.activeElement).toBe(within(element, 'section')[0]);
    expect(within(element, '[data-command]')[0].getAttribute('role')).toBe('status');
  });

  it('says what became of the last command', () => {
    const commands = [{ id: 'x', action: 'Undo', status: 'Refused', result: 'There is no link to take back.' }];
    const element = now({ ...OFFERED, commands });
    expect(within(element, '[data-command]')[0].textContent).toBe('There is no link to take back.');
    const told = [{ ...commands[0], result: "There is no link of Parley's to take back." }];
    expect(textOf(now({ ...OFFERED, commands: told }))).toContain('c.Chat_Say_Command_Nothing_To_Undo');
  });

  it("opens the person's record, and the agent's desk where there is one", async () => {
    const element = now(OFFERED, { deskUrl: 'https://desk.example/{source}?c={id}' });
    within(element, '[data-person]')[0].click();
    within(element, '[data-desk]')[0].click();

    expect(went.mock.calls[0][0].attributes).toMatchObject({
      recordId: '003000000000001AAA',
      objectApiName: 'Contact',
    });
    expect(went.mock.calls[1][0].attributes.url).toBe('https://desk.example/website?c=c3');
    expect(within(now(OFFERED, { deskUrl: 'javascript:alert("{id}")' }), '[data-desk]')).toHaveLength(0);
    expect(within(now(OFFERED), '[data-desk]')).toHaveLength(0);
  });
});
