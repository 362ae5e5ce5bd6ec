import { graphql } from 'lightning/graphql';
import ChatTranscript from 'c/chatTranscript';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const PARTS = require('./data/parts.json');

describe('c-chat-transcript', () => {
  afterEach(clear);

  async function transcript(data = PARTS) {
    const element = shown('c-chat-transcript', ChatTranscript, { conversationId: 'a0C000000000003AAA' });
    graphql.emit(data);
    await settled();
    return element;
  }

  it('shows every message with its author, and says what cannot be read', async () => {
    const element = await transcript();
    const messages = within(element, 'c-chat-message').map((each) => each.message);

    expect(messages.map(({ role, text }) => [role, text])).toEqual([
      ['visitor', 'Hello! See https://mills.example/a?b=1.'],
      ['bot', 'I am a bot.'],
      ['agent', 'Gladly'],
      ['visitor', 'سلام، خوبید؟'],
    ]);
    expect(textOf(element)).toContain('Chat_Unreadable_One');
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('counts the lines that cannot be read', async () => {
    const two = JSON.parse(JSON.stringify(PARTS));
    two.uiapi.query.Chat_Transcript_Part__c.edges[0].node.Body__c.value += '\n{';
    expect(textOf(await transcript(two))).toMatch(/Chat_Unreadable\b(?!_)/);
  });

  it('asks for further parts when there are some', async () => {
    const more = JSON.parse(JSON.stringify(PARTS));
    more.uiapi.query.Chat_Transcript_Part__c.totalCount = 9;
    const element = await transcript(more);

    within(element, 'lightning-button')[0].click();
    await settled();
    expect(graphql.getLastConfig().variables).toEqual({ conversation: 'a0C000000000003AAA', first: 10 });
  });

  it('says so when nothing was written, and when it could not be read', async () => {
    const nothing = { uiapi: { query: { Chat_Transcript_Part__c: { totalCount: 0, edges: [] } } } };
    expect(textOf(await transcript(nothing))).toContain('Chat_Nothing_Written');

    const element = await transcript();
    graphql.emitErrors([{ message: 'Timed out' }]);
    await settled();
    expect(textOf(within(element, 'c-chat-error')[0])).toContain('Timed out');
  });
});
