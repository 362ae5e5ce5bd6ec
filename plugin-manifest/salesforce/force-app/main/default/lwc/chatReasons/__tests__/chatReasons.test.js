import ChatReasons from 'c/chatReasons';
import { conversationsOf } from 'c/chatData';
import { clear, shown, textOf, within } from 'test/page';

const [SCORED, UNSCORED] = conversationsOf(require('./data/conversations.json'));

const reasons = (conversation) => shown('c-chat-reasons', ChatReasons, { conversation });
const section = (element, label) => within(element, `section[aria-label="c.${label}"]`)[0];
const facts = (element) => within(element, '.times div').map((fact) => textOf(fact).split(' ')[0]);

describe('c-chat-reasons', () => {
  afterEach(clear);

  it('tells the score with what it is made of, points apart from words', () => {
    const score = section(reasons(SCORED), 'Chat_Score');
    expect(textOf(score)).toContain('c.Chat_Score_Of');
    const points = [...score.querySelectorAll('strong')].map((each) => each.textContent);
    expect(points).toEqual(['+15', '-5']);
    expect([...score.querySelectorAll('bdi')].map((each) => each.textContent)).toEqual([
      'c.Chat_Say_Email_Contact',
      'Something only this org says',
      'A reason without points',
    ]);
  });

  it.each([
    ['Auto', 0.84, 'c.Chat_Match_Auto · 84%'],
    ['Review', 0.5, 'c.Chat_Match_Review · 50%'],
    ['None', null, 'c.Chat_Match_None'],
    ['Manual', null, 'c.Chat_Match_Manual'],
  ])('tells of the match %s how sure it is, where that is known', (decision, confidence, text) => {
    const match = section(reasons({ ...SCORED, decision, confidence }), 'Chat_Match');
    expect(textOf(match.querySelector('p'))).toBe(text);
    expect([...match.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
      'c.Chat_Say_Email_Contact',
      'Something only this org knows',
    ]);
  });

  it('names functions and presence by their labels', () => {
    const element = reasons(SCORED);
    const badges = (label) =>
      [...section(element, label).querySelectorAll('lightning-badge')].map((each) => each.label);
    expect(badges('Chat_Functions')).toEqual(['Solution search', 'Wants human']);
    expect(badges('Chat_Presence')).toEqual(['Interactive']);
  });

  it('tells when it happened, how soon it was answered, and how it was rated', () => {
    const element = reasons(SCORED);
    expect(within(element, '.times dd').map((fact) => fact.textContent)[3]).toBe('80%');
    expect(facts(element)).toEqual(['c.Chat_Started', 'c.Chat_Ended', 'c.Chat_First_Response', 'c.Chat_Rating']);
  });

  it('says nothing of what is not known', () => {
    const element = reasons(UNSCORED);
    expect(section(element, 'Chat_Score').querySelectorAll('p, li')).toHaveLength(0);
    expect(section(element, 'Chat_Match').querySelectorAll('p, li')).toHaveLength(0);
    expect(section(element, 'Chat_Functions')).toBeUndefined();
    expect(section(element, 'Chat_Presence')).toBeUndefined();
    expect(facts(element)).toEqual(['c.Chat_Started']);
  });
});
