import ChatConversation from 'c/chatConversation';
import { conversationsOf } from 'c/chatData';
import { went } from 'lightning/navigation';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const [CONVERSATION] = conversationsOf(require('../../chatHistory/__tests__/data/conversations.json'));

const line = (properties = {}) =>
  shown('c-chat-conversation', ChatConversation, { conversation: CONVERSATION, ...properties });

describe('c-chat-conversation', () => {
  afterEach(clear);

  it('is one line until it is opened', async () => {
    const element = line();
    expect(within(element, 'c-chat-transcript')).toHaveLength(0);
    expect(within(element, '[data-toggle]')[0].getAttribute('aria-expanded')).toBe('false');
    expect(textOf(element)).toContain('Karin Ekdahl');
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it.each([
    [1, 'Chat_Messages_One'],
    [2, 'Chat_Messages '],
  ])('counts %s', (messageCount, label) =>
    expect(`${textOf(line({ conversation: { ...CONVERSATION, messageCount } }))} `).toContain(label),
  );

  it.each([
    ['Candidate', 'c.Chat_Candidate'],
    ['Participant', 'c.Chat_Participant'],
    ['Recommended', 'c.Chat_Recommended'],
    ['Decision maker', 'Decision maker'],
  ])('says of a record that it is linked as %s', (role, said) =>
    expect(textOf(line({ conversation: { ...CONVERSATION, role } }))).toContain(said),
  );

  it('says why, on demand', async () => {
    const element = line({ open: true });
    expect(within(element, 'c-chat-transcript')).toHaveLength(1);
    expect(within(element, 'c-chat-reasons')).toHaveLength(0);
    within(element, '[data-reasons]')[0].click();
    await settled();
    const text = textOf(within(element, 'c-chat-reasons')[0]);
    expect(text).toContain('+15');
    expect(text).toContain('c.Chat_Say_Email_Contact');
    expect(text).toContain('84%');
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('opens its record', () => {
    within(line({ open: true }), '[data-record]')[0].click();
    expect(went.mock.calls[0][0].attributes).toMatchObject({
      recordId: CONVERSATION.id,
      objectApiName: 'Chat_Conversation__c',
    });
  });
});
