import ChatMessage from 'c/chatMessage';
import { transcriptOf } from 'c/chatLines';
import { barriers, clear, shown, textOf, within } from 'test/page';

function message(fields) {
  const [read] = transcriptOf([JSON.stringify({ id: 'm1', at: '2026-11-03T09:00:00Z', ...fields })]).messages;
  return shown('c-chat-message', ChatMessage, { message: read });
}

describe('c-chat-message', () => {
  afterEach(clear);

  it('tells a bot from a person, in words', async () => {
    const bot = message({ role: 'bot', name: 'Helper', text: 'Hi' });
    expect(textOf(bot)).toContain('Chat_Bot');
    expect(textOf(message({ role: 'agent', name: 'Ada', text: 'Hi' }))).toContain('Chat_Agent');
    await expect(barriers(bot)).resolves.toEqual([]);
  });

  it('marks what was edited, private, canned, or came in pieces of which one is missing', () => {
    const text = textOf(
      message({ role: 'agent', text: 'a', edited: true, private: true, canned: 'x', piece: 1, of: 2 }),
    );
    for (const mark of ['Chat_Edited', 'Chat_Private_Note', 'Chat_Canned', 'Chat_Piece_Missing'])
      expect(text).toContain(mark);
  });

  it('shows nothing of a deleted message but that it was one', () => {
    const text = textOf(message({ role: 'visitor', text: 'secret', deleted: true }));
    expect(text).toContain('Chat_Deleted');
    expect(text).not.toContain('secret');
  });

  it('makes links of web and mail addresses only, and lets none of them see where they were followed from', () => {
    const element = message({
      role: 'visitor',
      text: 'https://a.example <img src=x onerror=alert(1)> javascript:alert(1)',
      attachments: [
        { name: 'plan.pdf', url: 'https://files.example/plan.pdf' },
        { name: 'bad.html', url: 'javascript:alert(1)' },
      ],
    });
    const links = within(element, 'a');

    expect(links.map((link) => link.href)).toEqual(['https://a.example/', 'https://files.example/plan.pdf']);
    for (const link of links) expect(link.rel).toContain('noopener');
    expect(within(element, 'img')).toHaveLength(0);
    expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
    expect(textOf(element)).toContain('bad.html');
  });

  it.each([
    [1, 'Chat_Attachments_Left_Out_One'],
    [2, 'Chat_Attachments_Left_Out'],
  ])('says of %s attachments that it was not kept', (attachmentsLeftOut, label) =>
    expect(textOf(message({ role: 'visitor', text: 'See', attachmentsLeftOut })).split(/\s+/)).toContain(`c.${label}`),
  );

  it('lets each text run in its own direction', () => {
    const element = message({ role: 'visitor', name: 'شیرین', text: 'سلام' });
    expect(within(element, '.said')[0].dir).toBe('auto');
    expect(within(element, 'bdi')).toHaveLength(1);
  });
});
