import { graphql } from 'lightning/graphql';
import { createRecord } from 'lightning/uiRecordApi';
import ChatHistory from 'c/chatHistory';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const CONVERSATIONS = require('./data/conversations.json');
const REVIEW = require('../../chatReview/__tests__/data/review.json');
const NONE = require('./data/none.json');
const OPPORTUNITY = '006000000000001AAA';

const MAYBE = '001000000000009AAA';

/** The same answer, where the linked conversation may be of two accounts. */
function tied(conversations, decision = 'Review') {
  const answered = JSON.parse(JSON.stringify(conversations));
  const { node } = answered.uiapi.query.linked.edges[0];
  node.Role__c = { value: 'Candidate' };
  node.Conversation__r.Match_Decision__c = { value: decision };
  node.Conversation__r.Match_Candidates__c = { value: JSON.stringify(REVIEW) };
  return answered;
}

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

  afterEach(async () => {
    await clear();
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

  it('asks whose a conversation is that may be the account’s, apart from what surely is, and takes the answer', async () => {
    createRecord.mockResolvedValue({ id: 'a0X' });
    const element = onPage({ recordId: MAYBE, objectApiName: 'Account' });
    await answer(tied(CONVERSATIONS));

    const [asked] = within(element, 'c-chat-asked');
    expect(asked.conversations.map(({ name }) => name)).toEqual(['CHAT-00000001']);
    expect(within(element, 'c-chat-now')[0].conversation.name).toBe('CHAT-00000003');
    await expect(barriers(element)).resolves.toEqual([]);

    const [review] = within(asked, 'c-chat-review');
    within(review, '[data-always]')[0].checked = true;
    within(review, '[data-always]')[0].dispatchEvent(new CustomEvent('change'));
    within(review, `[data-id="${MAYBE}"]`)[0].click();
    await settled();
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Chat_Command__c',
      fields: {
        Action__c: 'Correct match',
        Conversation__c: asked.conversations[0].id,
        Account__c: MAYBE,
        Always__c: true,
      },
    });
    expect(within(asked, '[data-answered]')).toHaveLength(1);
  });

  it('asks so where nothing else was said of the record, and shows nothing as surely its own', async () => {
    const alone = tied(CONVERSATIONS);
    alone.uiapi.query.own = { totalCount: 0, edges: [] };
    const element = onPage({ recordId: MAYBE, objectApiName: 'Account' });
    await answer(alone);

    expect(within(element, 'c-chat-asked')).toHaveLength(1);
    expect(within(element, 'c-chat-timeline')).toHaveLength(1);
    expect(within(element, 'c-chat-now')).toHaveLength(0);
    expect(within(element, 'c-chat-buying-group')).toHaveLength(0);
  });

  it('asks nothing of a conversation that is linked for another reason, nor once it is settled', async () => {
    const element = onPage({ recordId: MAYBE, objectApiName: 'Account' });
    await answer(tied(CONVERSATIONS, 'Manual'));
    expect(within(element, 'c-chat-asked')).toHaveLength(0);
    await answer(CONVERSATIONS);
    expect(within(element, 'c-chat-asked')).toHaveLength(0);
  });

  it('shows the buying group on an account, and there only', async () => {
    const account = onPage({ recordId: '001000000000001AAA', objectApiName: 'Account' });
    const opportunity = onPage();
    await answer(CONVERSATIONS);
    expect(within(account, 'c-chat-buying-group')).toHaveLength(1);
    expect(within(opportunity, 'c-chat-buying-group')).toHaveLength(0);
  });

  it('keeps the focus when news take away what had it', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);
    const [now] = within(element, 'c-chat-now');
    within(now, '[data-accept]')[0].focus();
    const taken = JSON.parse(JSON.stringify(CONVERSATIONS));
    taken.uiapi.query.own.edges.forEach(({ node }) => (node.Handoff_Status__c = { value: 'Accepted' }));
    await answer(taken);

    expect(within(now, '[data-accept]')).toHaveLength(0);
    expect(now.shadowRoot.activeElement).toBe(within(now, 'section')[0]);
  });

  it('takes no focus that is elsewhere', async () => {
    const element = onPage();
    await answer(CONVERSATIONS);
    await answer(NONE);
    await answer(CONVERSATIONS);
    expect(element.shadowRoot.activeElement).toBeNull();
  });

  it('shows the offer first whose time is up first, whatever is offered after it', async () => {
    const element = onPage();
    const two = JSON.parse(JSON.stringify(CONVERSATIONS));
    const [sooner, later] = two.uiapi.query.own.edges.map(({ node }) => node);
    Object.assign(sooner, {
      Handoff_Status__c: { value: 'Offered' },
      Handoff_Until__c: { value: '2026-11-03T09:40:00Z' },
    });
    Object.assign(later, {
      Handoff_Status__c: { value: 'Offered' },
      Handoff_Until__c: { value: '2026-11-03T09:35:00Z' },
    });
    await answer(two);
    expect(within(element, 'c-chat-now')[0].conversation.id).toBe(later.Id);
  });

  it('goes on loading where there are more than a search reads, until a page holds no more', async () => {
    const element = onPage();
    const many = JSON.parse(JSON.stringify(CONVERSATIONS));
    many.uiapi.query.own.totalCount = 5_000;
    await answer(many);
    const [timeline] = within(element, 'c-chat-timeline');
    timeline.dispatchEvent(new CustomEvent('all'));
    timeline.dispatchEvent(new CustomEvent('more'));
    await settled();
    expect(graphql.getLastConfig().variables.first).toBe(220);
    for (let time = 0; time < 100; time++) timeline.dispatchEvent(new CustomEvent('more'));
    await answer(many);
    expect(timeline.more).toBe(0);
  });
});
