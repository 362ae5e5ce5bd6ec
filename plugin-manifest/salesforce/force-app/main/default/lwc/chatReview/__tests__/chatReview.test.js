import ChatReview from 'c/chatReview';
import { conversationsOf } from 'c/chatData';
import { LABELS } from 'c/chatLabels';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const REVIEW = require('./data/review.json');
const CONVERSATIONS = require('../../chatHistory/__tests__/data/conversations.json');

/** The first conversation, as the org gives it, with that in the field of candidates. */
function read(candidates, decision = 'Review') {
  const answer = JSON.parse(JSON.stringify(CONVERSATIONS));
  const { node } = answer.uiapi.query.own.edges[0];
  node.Match_Decision__c = { value: decision };
  node.Match_Candidates__c = { value: candidates };
  return conversationsOf(answer).find(({ id }) => id === node.Id);
}

describe('c-chat-review', () => {
  let commands;

  afterEach(clear);

  function review(candidates = REVIEW) {
    commands = jest.fn();
    const element = shown('c-chat-review', ChatReview, { conversation: read(JSON.stringify(candidates)) });
    element.addEventListener('command', (event) => commands(event.detail));
    return element;
  }

  it('shows who may be meant, field by field, by how much the likeliest leads, and why it asks', async () => {
    const element = review();

    expect(within(element, '[data-reason]')[0].textContent).toBe(REVIEW.reason);
    expect(within(element, '[data-gap]')).toHaveLength(1);
    const [contact, account] = within(element, '[data-candidate]');
    expect(textOf(contact)).toContain('karin@mills.example');
    const icons = within(element, 'lightning-icon').map((icon) => icon.alternativeText);
    expect(icons).toEqual([LABELS.agrees, LABELS.differs, LABELS.differs]);
    expect(textOf(account)).toContain('Mills Holding');
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('links the conversation to the one that is chosen, for the visitor alone', () => {
    const element = review();
    within(element, '[data-id="001000000000009AAA"]')[0].click();
    expect(commands.mock.calls[0][0]).toMatchObject({
      action: 'Correct match',
      fields: { Account__c: '001000000000009AAA', Always__c: false },
    });
  });

  it('and for everybody of the domain where that is ticked', () => {
    const element = review();
    const [always] = within(element, '[data-always]');
    always.checked = true;
    always.dispatchEvent(new CustomEvent('change'));
    within(element, '[data-id="003000000000001AAA"]')[0].click();
    expect(commands.mock.calls[0][0].fields).toEqual({ Contact__c: '003000000000001AAA', Always__c: true });
  });

  it('forgets the tick once another conversation stands there', async () => {
    const element = review();
    const [always] = within(element, '[data-always]');
    always.checked = true;
    always.dispatchEvent(new CustomEvent('change'));
    await settled();
    element.conversation = { ...element.conversation, id: 'another' };
    await settled();
    expect(within(element, '[data-always]')[0].checked).toBe(false);
    within(element, '[data-nobody]')[0].click();
    expect(commands.mock.calls[0][0].fields).toEqual({ Nobody__c: true, Always__c: false });
  });

  it('takes as it is linked, and none of them, for an answer', () => {
    const element = review();
    within(element, '[data-as-linked]')[0].click();
    expect(commands.mock.calls[0][0].fields).toMatchObject({ Account__c: '001000000000001AAA', Always__c: false });
    within(element, '[data-nobody]')[0].click();
    expect(commands.mock.calls[1][0].fields).toEqual({ Nobody__c: true, Always__c: false });
  });

  it('offers no domain where anybody can have an address there', () => {
    const element = review({ ...REVIEW, domain: undefined, gap: undefined });
    expect(within(element, '[data-always]')).toHaveLength(0);
    expect(within(element, '[data-gap]')).toHaveLength(0);
  });

  it('is there only while a person is asked, and for what can be read', () => {
    expect(read(JSON.stringify(REVIEW), 'Manual').review).toBeNull();
    expect(read('{"candidates":[{"sob').review).toBeNull();
    expect(read('{"candidates":7}').review).toBeNull();
    expect(read(null).review).toBeNull();
  });
});
