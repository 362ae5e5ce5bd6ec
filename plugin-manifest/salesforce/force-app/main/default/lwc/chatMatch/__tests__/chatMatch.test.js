import { graphql } from 'lightning/graphql';
import ChatMatch from 'c/chatMatch';
import { conversationsOf } from 'c/chatData';
import { barriers, clear, settled, shown, within } from 'test/page';

const OPPORTUNITIES = require('./data/opportunities.json');
const [REVIEW] = conversationsOf(require('../../chatHistory/__tests__/data/conversations.json'));
const ACCOUNT = '001000000000001AAA';

describe('c-chat-match', () => {
  let commands;

  afterEach(clear);

  async function match(conversation) {
    commands = jest.fn();
    const element = shown('c-chat-match', ChatMatch, { conversation });
    element.addEventListener('command', (event) => commands(event.detail));
    graphql.emit(OPPORTUNITIES);
    await settled();
    return element;
  }

  it('moves the conversation to another opportunity of the account with one click', async () => {
    const element = await match(REVIEW);
    const others = within(element, '[data-id]');

    expect(others.map((each) => each.textContent)).toEqual(['Spare parts']);
    others[0].click();
    expect(commands).toHaveBeenCalledWith({
      action: 'Correct match',
      conversation: REVIEW.id,
      fields: { Opportunity__c: '006000000000002AAA', Account__c: ACCOUNT },
    });
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('confirms what is to be reviewed, and takes back what a person said', async () => {
    const element = await match(REVIEW);
    within(element, '[data-confirm]')[0].click();
    expect(commands.mock.calls[0][0].fields.Opportunity__c).toBe('006000000000001AAA');

    const corrected = await match({ ...REVIEW, decision: 'Manual' });
    expect(within(corrected, '[data-confirm]')).toHaveLength(0);
    within(corrected, '[data-undo]')[0].click();
    expect(commands.mock.calls[0][0].action).toBe('Undo');
  });

  it('asks nothing where there is nothing to choose', async () => {
    const element = await match({ ...REVIEW, account: null, opportunity: null });
    graphql.emit({ uiapi: { query: { Opportunity: { edges: [] } } } });
    await settled();
    expect(within(element, 'section')).toHaveLength(0);
  });
});
