import { moment } from 'c/chatFormat';
import { retold, retoldBreaches } from 'c/chatSayings';

// One label is translated; the others say what Parley writes, as they do for whoever reads them in English.
jest.mock('@salesforce/label/c.Chat_Say_Email_Contact', () => ({ default: 'e-postadressen är kontaktens' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Chat_Say_Stage_Partner', () => ({ default: 'partner' }), { virtual: true });
jest.mock('@salesforce/label/c.Chat_Say_Minutes', () => ({ default: '{0} min' }), { virtual: true });
jest.mock(
  '@salesforce/label/c.Chat_Say_Breach_Answer_Open',
  () => ({ default: 'To be answered within {0} of working time ({1}): not yet, since {2}' }),
  { virtual: true },
);

const plain = (text) => text.replace(/[\u2068\u2069]/g, '');

describe('c-chat-sayings with its labels', () => {
  it('tells what is translated, and leaves the rest to the letter', () => {
    expect(retold("e-mail equals the contact's e-mail")).toBe('e-postadressen är kontaktens');
    expect(retold('Partner')).toBe('Partner');
    expect(retold('nobody translated this')).toBe('nobody translated this');
  });

  it('writes the date of a broken promise as the user does in English too', () => {
    const breach = 'To be answered within 30 min of working time (Partner): not yet, since ';
    expect(plain(retoldBreaches(`${breach}2026-11-28T12:00:00Z`))).toBe(breach + moment('2026-11-28T12:00:00Z'));
  });
});
