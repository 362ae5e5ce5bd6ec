import { graphql } from 'lightning/graphql';
import { went } from 'lightning/navigation';
import ChatBuyingGroup from 'c/chatBuyingGroup';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const GROUP = require('./data/group.json');

describe('c-chat-buying-group', () => {
  afterEach(clear);

  it('names each person once, who wrote last first, with what they chatted about and who is new', async () => {
    const element = shown('c-chat-buying-group', ChatBuyingGroup, { accountId: '001000000000001AAA' });
    graphql.emit(GROUP);
    await settled();

    const people = within(element, 'li');
    expect(within(element, 'button').map((button) => button.textContent)).toEqual(['Karin Ekdahl', 'Per Lindgren']);
    expect(textOf(people[0])).toContain('Solution search · Wants human · Information request');
    expect(people.map((person) => textOf(person).match(/Chat_Talks\w*/)[0])).toEqual(['Chat_Talks', 'Chat_Talks_One']);
    expect(people.map((person) => person.querySelectorAll('lightning-badge').length)).toEqual([0, 1]);
    await expect(barriers(element)).resolves.toEqual([]);
    people[1].querySelector('button').click();
    expect(went.mock.calls[0][0].attributes).toMatchObject({ objectApiName: 'Lead' });
  });
});
