import { countdown, fill } from 'c/chatFormat';

jest.mock('@salesforce/i18n/locale', () => ({ default: 'fa-IR' }), { virtual: true });

describe('c-chat-format for who reads Persian', () => {
  it('writes counts in their digits, as the times beside them', () =>
    expect(fill('{0} گفتگو با {1}', 1200, 'A1')).toBe('۱٬۲۰۰ گفتگو با A1'));

  it('counts down in them too', () => {
    const now = Date.parse('2026-11-03T09:00:00Z');
    expect(countdown('2026-11-03T09:04:05Z', now)).toBe('۰۴:۰۵');
    expect(countdown('2026-11-03T10:04:05Z', now)).toBe('۱:۰۴:۰۵');
  });
});
