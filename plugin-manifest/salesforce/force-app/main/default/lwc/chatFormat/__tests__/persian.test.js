import { fill } from 'c/chatFormat';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'fa-IR' }), { virtual: true });

describe('c-chat-format for who reads Persian', () => {
  it('writes counts in their digits, as the times beside them', () =>
    expect(fill('{0} گفتگو با {1}', 1200, 'A1')).toBe('۱٬۲۰۰ گفتگو با A1'));
});
