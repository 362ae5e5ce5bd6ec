import { retoldBreaches, retoldStep, retoldSummary, teller } from 'c/chatSayings';
import { translated } from 'test/translations';
import { SENTENCES } from '../sentences';

const german = teller(translated(SENTENCES, 'de'));
const persian = teller(translated(SENTENCES, 'fa'));
const plain = (text) => text.replace(/[\u2068\u2069]/g, '');

describe('c-chat-sayings', () => {
  it.each([
    ["e-mail equals the contact's e-mail", 'die E-Mail-Adresse ist die des Kontakts', 'ایمیل همان ایمیل مخاطب است'],
    [
      "nordwind.example is one account's domain",
      'nordwind.example ist die Domain eines einzigen Accounts',
      'nordwind.example دامنهٔ تنها یک حساب است',
    ],
    [
      'Review: a telephone number alone does not tell who it is: it is that of 2 people',
      'Zu prüfen: eine Telefonnummer allein sagt nicht, wer es ist: 2 Personen haben sie',
      'برای بررسی: شمارهٔ تلفن به‌تنهایی نمی‌گوید کیست: 2 نفر آن را دارند',
    ],
    [
      'stage Prospect: the CRM knows the visitor as a contact',
      'Beziehung Interessent: das CRM kennt den Besucher als Kontakt',
      'رابطهٔ مشتری احتمالی: CRM بازدیدکننده را به‌عنوان مخاطب می‌شناسد',
    ],
    [
      'but the talk sounds like a customer: “our licence” (message m3)',
      'aber das Gespräch klingt nach: Kunde: „our licence“ (Nachricht m3)',
      'اما گفتگو به مشتری می‌ماند: «our licence» (پیام m3)',
    ],
  ])('tells “%s” in the language of the user', (line, de, fa) => {
    expect(plain(german(line))).toBe(de);
    expect(plain(persian(line))).toBe(fa);
  });

  it('tells what is put in too, one by one', () => {
    const line = 'of 3 open opportunities this is the likeliest (0.81): its owner takes part, its name is spoken of';
    expect(plain(german(line))).toBe(
      'von 3 offenen Opportunities ist dies die wahrscheinlichste (0.81): die zuständige Person nimmt teil · ihr Name wird genannt',
    );
    expect(
      plain(german('a.example is the domain of 2 accounts, of which the name and the country fits one')),
    ).toContain('Name · Land');
  });

  it('leaves alone what an admin named, and tells what it rests on', () => {
    expect(plain(german('can be reached: the visitor can be reached'))).toBe(
      'can be reached: der Besucher ist erreichbar',
    );
    expect(persian('has a budget')).toBe('has a budget');
    expect(persian('a sentence of an older Parley: or of nobody')).toBe('a sentence of an older Parley: or of nobody');
  });

  it('keeps the direction of names apart from that of the sentence', () => {
    expect(persian("nordwind.example is one account's domain")).toContain('\u2068nordwind.example\u2069');
  });

  it('knows every sentence of the table again, whatever is put in', () => {
    for (const [written, words] of translated(SENTENCES, 'de')) {
      const line = written.replace(/\{(\d)\}/g, 'x$1');
      expect(plain(german(line))).toBe(words.replace(/\{(\d)\}/g, 'x$1'));
    }
  });

  it('leaves the words of a visitor as they were said, though they are a sentence or a name of the table', () => {
    const quoted = (said) => `the visitor's last word: “${said}” (message m3)`;
    for (const said of ['call me in 10 min', '10 min', 'Partner', 'the stage is new', '2026-11-28T12:00:00Z']) {
      expect(german(quoted(said))).toContain(`„\u2068${said}\u2069“`);
    }
  });

  it('tells which promise was broken, and by how much', () => {
    const late = 'To be answered within 30 min of working time (everybody): 1 h 5 min late';
    const open = 'To be taken over within 30 min of working time (everybody): not yet, since 2026-11-28T12:00:00Z';
    expect(plain(german(late))).toBe('Antwort innerhalb von 30 Min. Arbeitszeit (everybody): 1 Std. 5 Min. zu spät');
    expect(plain(persian(late))).toBe('پاسخ تا 30 دقیقه وقت کاری (everybody): با 1 ساعت و 5 دقیقه تأخیر');
    expect(plain(german(open))).not.toContain('2026-11-28T12');
    expect(plain(german(late.replace('everybody', 'Partner')))).toContain('(Partner)');
    expect(retoldBreaches(`${late}; ${open}`)).toBe('c.Chat_Say_Breach_Answer_Late; c.Chat_Say_Breach_Taken_Open');
    expect(retoldBreaches(null)).toBeUndefined();
  });

  it('heads the lines of a summary in the language of the user, and leaves what was said', () => {
    expect(retoldSummary('Needs: Offices: 40 seats\nNext: I call on Monday')).toBe(
      'c.Chat_Summary_Needs\nc.Chat_Summary_Next',
    );
    expect(retoldSummary('Do you ship? Next: when')).toBe('Do you ship? Next: when');
    expect(retoldSummary(null)).toBeUndefined();
  });

  it('writes the time of a meeting as the user does, and a sentence of people as it is', () => {
    expect(retoldStep('Meeting at 2026-12-01 13:00 UTC')).toBe('c.Chat_Meeting_At');
    expect(retoldStep('Meeting at noon, please')).toBe('Meeting at noon, please');
    expect(retoldStep(null)).toBeNull();
  });

  it.each(['2026-13-01 10:00', '2026-02-30 10:00', '2026-12-01 25:00'])('leaves %s as it is, which never was', (at) => {
    expect(retoldStep(`Meeting at ${at} UTC`)).toBe(`Meeting at ${at} UTC`);
    const instant = `${at.replace(' ', 'T')}:00Z`;
    expect(plain(german(`a person decided on ${instant} whose conversation this is`))).toContain(instant);
  });
});
