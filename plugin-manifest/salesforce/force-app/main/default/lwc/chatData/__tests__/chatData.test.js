import { conversationsOf, isAsked, moreThan, nextMeeting, recordsOf, value } from 'c/chatData';
import { choices, lines, personOf, recordOf, shown } from '../values';
import { reviewOf } from '../review';

const CONVERSATIONS = require('../../chatHistory/__tests__/data/conversations.json');
const RECORDS = require('./data/records.json');

const asked = (candidates, decision = 'Review') =>
  reviewOf({ Match_Decision__c: { value: decision }, Match_Candidates__c: { value: candidates } });

describe('c/chatData', () => {
  it('reads what is linked beside what is the record’s own, each once, newest first', () => {
    const twice = JSON.parse(JSON.stringify(CONVERSATIONS));
    const { own, linked } = twice.uiapi.query;
    linked.edges.push({ node: { Role__c: { value: 'Contact' }, Conversation__r: own.edges[0].node } });
    linked.edges.push({ node: { Role__c: { value: 'Contact' }, Conversation__r: null } });
    const read = conversationsOf(twice);
    expect(read.map(({ name }) => name)).toEqual(['CHAT-00000003', 'CHAT-00000002', 'CHAT-00000001']);
    expect(read.map(({ isLinkedOnly }) => Boolean(isLinkedOnly))).toEqual([false, false, true]);
  });

  it('says how many more there are, and none of no answer', () => {
    expect(moreThan(CONVERSATIONS)).toBe(3);
    expect([moreThan(undefined), conversationsOf(undefined), conversationsOf({ uiapi: {} })]).toEqual([0, [], []]);
  });

  it('takes the first meeting that is still to come and stands', () => {
    const meeting = (id, status, start, end) => ({ id, status, start, end });
    const meetings = [
      meeting('later', 'Booked', '2026-11-05T09:00:00Z', '2026-11-05T10:00:00Z'),
      meeting('cancelled', 'Cancelled', '2026-11-03T10:00:00Z', null),
      meeting('running', 'Rescheduled', '2026-11-03T09:00:00Z', '2026-11-03T10:00:00Z'),
      meeting('past', 'Booked', '2026-11-02T09:00:00Z', null),
    ];
    const at = (time) => nextMeeting([{ meetings }, { meetings: [] }], new Date(time))?.id;
    expect(at('2026-11-03T09:30:00Z')).toBe('running');
    expect(at('2026-11-03T10:30:00Z')).toBe('later');
    expect(at('2026-11-06T00:00:00Z')).toBeUndefined();
  });

  it('asks whose a conversation is only where it is linked and the record is a candidate', () => {
    const conversation = { isLinkedOnly: true, review: { candidates: [{ id: '001A' }] } };
    expect(isAsked(conversation, '001A')).toBe(true);
    expect(isAsked(conversation, '001B')).toBe(false);
    expect(isAsked({ ...conversation, isLinkedOnly: false }, '001A')).toBe(false);
    expect(isAsked({ isLinkedOnly: true, review: null }, '001A')).toBe(false);
  });

  it('reads who may be meant, and nothing of what it cannot read', () => {
    expect(asked('{"candidates":[{"id":"001A"}]}')).toEqual({
      reason: null,
      gap: null,
      domain: null,
      candidates: [{ id: '001A', agreement: [] }],
    });
    expect(['', 'no JSON', '{}', '{"candidates":1}'].map((text) => asked(text))).toEqual(Array(4).fill(null));
    expect(asked('{"candidates":[]}', 'Auto')).toBeNull();
  });

  it('finds accounts, contacts and leads with where each is at home', () => {
    expect(recordsOf(RECORDS)).toEqual([
      { id: '001A', sobject: 'Account', name: 'Bergslags Steel AB', at: 'bergslags.example' },
      { id: '003A', sobject: 'Contact', name: 'Karin Ekdahl', at: 'Bergslags Steel AB', accountId: '001A' },
      { id: '003B', sobject: 'Contact', name: 'Nobody’s Contact', at: null, accountId: null },
      { id: '00QA', sobject: 'Lead', name: 'Per Lindgren', at: 'Lindgren & Co' },
    ]);
  });

  it('reads a field that was not asked, or may not be seen, as empty', () => {
    const node = { Field__c: { value: ' one \n\n two ' }, Picked__c: { value: 'a;b', displayValue: 'A; ' } };
    expect(lines(node, 'Field__c')).toEqual(['one', 'two']);
    expect(choices(node, 'Picked__c')).toEqual([
      { value: 'a', label: 'A' },
      { value: 'b', label: 'b' },
    ]);
    expect([value(null, 'X'), shown({}, 'X'), lines({}, 'X'), choices({}, 'X')]).toEqual([null, null, [], []]);
    expect([recordOf({}, 'Account__r'), personOf({})]).toEqual([null, null]);
  });

  it('calls new who came into the CRM with the conversation', () => {
    const person = (created, began) =>
      personOf({ Started_At__c: { value: began }, Lead__r: { Id: '00QA', CreatedDate: { value: created } } });
    expect(person('2026-11-03T09:00:01Z', '2026-11-03T09:00:00Z')).toMatchObject({ sobject: 'Lead', isNew: true });
    expect(person('2026-11-02T09:00:00Z', '2026-11-03T09:00:00Z').isNew).toBe(false);
    expect(person(null, '2026-11-03T09:00:00Z').isNew).toBe(false);
  });
});
