import { safeAddress, stretches, transcriptOf } from 'c/chatLines';

describe('c-chat-lines', () => {
  it('reads one message a line, and puts pieces together in their order, whatever the order they come in', () => {
    const { messages, unreadable } = transcriptOf([
      '{"id":"m1","role":"visitor","text":"Hello"}\n{"id":"m2","piece":2,"of":3,"text":"b"}',
      '{"id":"m2","piece":1,"of":3,"role":"agent","name":"Ada","text":"a"}\n\n{"id":"m2","piece":3,"of":3,"text":"c"}',
    ]);

    expect(messages.map((message) => message.text)).toEqual(['Hello', 'abc']);
    expect(messages[1]).toMatchObject({ role: 'agent', name: 'Ada', isWhole: true });
    expect(unreadable).toBe(0);
  });

  it('says of a message that a piece is missing, and counts lines that are no message', () => {
    const { messages, unreadable } = transcriptOf([
      '{"id":"m1","piece":1,"of":2,"text":"a"}\nhello\n[1]\n"x"',
      null,
      '',
    ]);

    expect(messages).toHaveLength(1);
    expect(messages[0].isWhole).toBe(false);
    expect(unreadable).toBe(3);
  });

  it('keeps what stands beside the text', () => {
    const [message] = transcriptOf([
      '{"id":"m1","edited":true,"private":true,"canned":"hi","attachmentsLeftOut":2}',
    ]).messages;

    expect(message).toMatchObject({ isEdited: true, isPrivate: true, isCanned: true, attachmentsLeftOut: 2, text: '' });
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'no address',
    '',
  ])('follows no address like %p', (address) => expect(safeAddress(address)).toBeNull());

  it.each(['https://a.example/b?c=d', 'http://a.example/', 'mailto:a@b.example'])('follows %p', (address) =>
    expect(safeAddress(address)).toBe(address),
  );

  it('finds addresses in a text and leaves the rest as it is, character for character', () => {
    const text = 'See (https://a.example/b), or ask ann@b.example! Not javascript:alert(1).';
    const found = stretches(text);

    expect(found.map((stretch) => stretch.text).join('')).toBe(text);
    expect(found.filter((stretch) => stretch.href).map((stretch) => [stretch.text, stretch.href])).toEqual([
      ['https://a.example/b', 'https://a.example/b'],
      ['ann@b.example', 'mailto:ann@b.example'],
    ]);
  });

  it.each([...'،؛؟»，。；：！？、）”」'])('ends an address before %p', (sign) =>
    expect(stretches(`https://a.example/b${sign}然后`).find((stretch) => stretch.href)?.text).toBe(
      'https://a.example/b',
    ),
  );
});
