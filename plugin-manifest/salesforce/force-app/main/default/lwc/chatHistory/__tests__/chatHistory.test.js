import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import ChatHistory from 'c/chatHistory';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const CONVERSATIONS = require('./data/conversations.json');
const NONE = require('./data/none.json');
const OPPORTUNITY = '006000000000001AAA';

function onPage(properties = {}) {
  return shown('c-chat-history', ChatHistory, { recordId: OPPORTUNITY, objectApiName: 'Opportunity', ...properties });
}

/** Answers the component's own query alone, not those of its parts. */
async function answer(data, refresh) {
  await settled();
  graphql.emit(data, (config) => 'record' in (config.variables ?? {}), refresh);
  await settled();
}

describe('c-chat-history', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-03T09:31:00Z'), doNotFake: ['queueMicrotask', 'setTimeout'] });
    createRecord.mockReset();
  });

  afterEach(() => {
    clear();
    jest.useRealTimers();
  });

  it('shows that it is loading, until it knows', async () => {
    const element = onPage();
    await settled();
    expect(within(element, 'lightning-spinner')).toHaveLength(1);

    await answer(NONE);
    expect(within(element, 'lightning-spinner')).toHaveLength(0);
    expect(within(element, '[data-empty]')).toHaveLength(1);
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('asks for the conversations of its record, a page at a time', async () => {
    onPage();
    await settled();
    expect(graphql.getLastConfig().variables).toEqual({ record: OPPORTUNITY, first: 20 });
  });

  it('shows the offered conversation first, then all of them with those that are only linked, newest first', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);

    const [now] = within(element, 'c-chat-now');
    expect(now.conversation.need).toBe('We need something that warns us a week before.');
    expect(now.meeting).toMatchObject({ id: 'a0M2', status: 'Booked' });
    const [timeline] = within(element, 'c-chat-timeline');
    expect(timeline.conversations.map(({ name }) => name)).toEqual(['CHAT-00000003', 'CHAT-00000002', 'CHAT-00000001']);
    expect(timeline.conversations[2].role).toBe('Decision maker');
    expect(timeline.more).toBe(3);
  });

  it('can be used without seeing it', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('reads more when asked for more, and all of it when somebody searches', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);
    const [timeline] = within(element, 'c-chat-timeline');

    timeline.dispatchEvent(new CustomEvent('more'));
    await settled();
    expect(graphql.getLastConfig().variables.first).toBe(40);
    timeline.dispatchEvent(new CustomEvent('all'));
    await settled();
    expect(graphql.getLastConfig().variables.first).toBe(200);
  });

  it('makes a record of what the seller decides, says so, and reads anew', async () => {
    createRecord.mockResolvedValue({ id: 'a0X' });
    const refresh = jest.fn().mockResolvedValue();
    const toast = jest.fn();
    const element = onPage();
    element.addEventListener('lightning__showtoast', toast);
    await answer(CONVERSATIONS, refresh);

    const [now] = within(element, 'c-chat-now');
    within(now, '[data-accept]')[0].click();
    await settled();

    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Chat_Command__c',
      fields: { Action__c: 'Accept', Conversation__c: 'a0C000000000003AAA' },
    });
    expect(toast.mock.calls[0][0].detail.variant).toBe('success');
    expect(refresh).toHaveBeenCalled();
  });

  it("says the org's own words when it refuses", async () => {
    createRecord.mockRejectedValue({ body: { message: 'You may not.' } });
    const toast = jest.fn();
    const element = onPage();
    element.addEventListener('lightning__showtoast', toast);
    await answer(CONVERSATIONS);

    within(within(element, 'c-chat-now')[0], '[data-decline]')[0].click();
    await settled();
    expect(toast.mock.calls[0][0].detail).toMatchObject({ message: 'You may not.', variant: 'error' });
    expect(within(element, 'c-chat-now')[0].busy).toBe(false);
  });

  it('reads anew by itself, more often while somebody chats', async () => {
    const refresh = jest.fn().mockResolvedValue();
    onPage();
    await answer(CONVERSATIONS, refresh);
    jest.advanceTimersByTime(5_000);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('says what went wrong, and keeps what it had', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);
    graphql.emitErrors(
      [{ message: 'No access to Chat_Conversation__c' }],
      (config) => 'record' in (config.variables ?? {}),
    );
    await settled();

    expect(textOf(within(element, 'c-chat-error')[0])).toContain('No access to Chat_Conversation__c');
    expect(within(element, 'c-chat-timeline')).toHaveLength(1);
  });

  it('shows the buying group on an account, and there only', async () => {
    const account = onPage({ recordId: '001000000000001AAA', objectApiName: 'Account' });
    const opportunity = onPage();
    await answer(CONVERSATIONS);
    expect(within(account, 'c-chat-buying-group')).toHaveLength(1);
    expect(within(opportunity, 'c-chat-buying-group')).toHaveLength(0);
  });
});
