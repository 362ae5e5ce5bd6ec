import { counted, countdown, distance, fill, moment, percent } from 'c/chatFormat';

const NOW = Date.parse('2026-11-03T09:30:00Z');

describe('c-chat-format', () => {
  it.each([
    ['2026-11-03T09:34:05Z', '04:05'],
    ['2026-11-03T11:30:09Z', '2:00:09'],
    ['2026-11-03T09:30:00Z', '00:00'],
    ['2026-11-03T09:00:00Z', '00:00'],
  ])('counts down to %s', (until, expected) => expect(countdown(until, NOW)).toBe(expected));

  it.each([
    ['2026-11-03T09:27:00Z', '3 minutes ago'],
    ['2026-11-03T07:30:00Z', '2 hours ago'],
    ['2026-11-02T09:00:00Z', 'yesterday'],
    ['2026-11-03T09:45:00Z', 'in 15 minutes'],
  ])('says how far away %s is', (at, expected) => expect(distance(at, NOW)).toBe(expected));

  it('names the date of what is more than a week away', () => {
    expect(distance('2026-10-01T09:00:00Z', NOW)).toBe(moment('2026-10-01T09:00:00Z'));
    expect(moment('2026-10-01T09:00:00Z')).toContain('2026');
  });

  it('says nothing of what is not known', () => {
    expect([moment(null), distance(null, NOW), percent(null)]).toEqual(['', '', '']);
  });

  it.each([
    [0, 'messages'],
    [1, 'message'],
    [2, 'messages'],
    [21, 'messages'],
  ])('has another label for one than for several: %s', (count, label) =>
    expect(counted(count, 'message', 'messages')).toBe(label),
  );

  it('counts as the labels do for a French user, who reads them in English', () => {
    jest.isolateModules(() => {
      jest.doMock('@salesforce/i18n/lang', () => ({ default: 'fr' }), { virtual: true });
      expect(require('c/chatFormat').counted(0, 'point', 'points')).toBe('points');
    });
  });

  it('fills a label, in the order that the label wants', () => expect(fill('{1} of {0}, {0}', 5, 2)).toBe('2 of 5, 5'));
});
