import ChatAsked from 'c/chatAsked';
import { conversationsOf } from 'c/chatData';
import { LABELS } from 'c/chatLabels';
import { went } from 'lightning/navigation';
import { barriers, clear, shown, textOf, within } from 'test/page';

const REVIEW = require('../../chatReview/__tests__/data/review.json');
const CONVERSATIONS = require('../../chatHistory/__tests__/data/conversations.json');

const asking = conversationsOf(CONVERSATIONS).map((each) => ({ ...each, review: REVIEW }));

describe('c-chat-asked', () => {
  afterEach(clear);

  it('says how many wait, who wrote what in each, and asks whose it is', async () => {
    const element = shown('c-chat-asked', ChatAsked, { conversations: asking });

    expect(textOf(within(element, '[data-heading]')[0])).toBe(LABELS.asked.replace('{0}', asking.length));
    expect(textOf(within(element, '[data-said]')[0])).toBe(asking[0].need);
    expect(within(element, 'c-chat-review').map(({ conversation }) => conversation.id)).toEqual(
      asking.map(({ id }) => id),
    );
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('counts one as one', () => {
    const element = shown('c-chat-asked', ChatAsked, { conversations: asking.slice(0, 1) });
    expect(textOf(within(element, '[data-heading]')[0])).toBe(LABELS.askedOne.replace('{0}', 1));
  });

  it('says of one that somebody has answered that it is being carried out', () => {
    const element = shown('c-chat-asked', ChatAsked, { conversations: asking, answered: [asking[1].id] });
    expect(within(element, '[data-answered]')).toHaveLength(1);
    expect(within(element, `[data-asked="${asking[1].id}"] [data-answered]`)).toHaveLength(1);
  });

  it('opens the conversation for who wants to read it', () => {
    const element = shown('c-chat-asked', ChatAsked, { conversations: asking });
    within(element, '[data-open]')[0].click();
    expect(went.mock.calls.at(-1)[0].attributes.recordId).toBe(asking[0].id);
  });
});
