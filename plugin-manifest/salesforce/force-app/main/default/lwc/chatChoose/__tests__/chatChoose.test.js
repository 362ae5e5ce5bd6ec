import { graphql } from 'lightning/graphql';
import ChatChoose from 'c/chatChoose';
import { conversationsOf } from 'c/chatData';
import { barriers, clear, settled, shown, within } from 'test/page';

const [CONVERSATION] = conversationsOf(require('../../chatHistory/__tests__/data/conversations.json'));

function answer({ accounts = [], contacts = [], leads = [] }) {
  const edges = (records) => ({ edges: records.map((node) => ({ node })) });
  return { uiapi: { query: { Account: edges(accounts), Contact: edges(contacts), Lead: edges(leads) } } };
}

const FOUND = answer({
  accounts: [{ Id: '001000000000009AAA', Name: { value: 'Mills Holding' }, Website: { value: 'mills.example' } }],
  contacts: [
    {
      Id: '003000000000009AAA',
      Name: { value: 'Mia Mills' },
      AccountId: { value: '001000000000008AAA' },
      Account: { Name: { value: 'Mills AB' } },
    },
  ],
  leads: [{ Id: '00Q000000000009AAA', Name: { value: 'Milla' }, Company: { value: 'Mills' } }],
});

describe('c-chat-choose', () => {
  let commands;

  afterEach(clear);

  async function find(text, data) {
    commands = jest.fn();
    const element = shown('c-chat-choose', ChatChoose, { conversation: CONVERSATION });
    element.addEventListener('command', (event) => commands(event.detail));
    within(element, '[data-open]')[0].click();
    await settled();
    const [input] = within(element, 'input');
    input.value = text;
    input.dispatchEvent(new CustomEvent('input'));
    within(element, '[data-find]')[0].click();
    await settled();
    graphql.emit(data);
    await settled();
    return element;
  }

  it('finds accounts, contacts and leads by a part of their name', async () => {
    const element = await find(' mill ', FOUND);

    expect(graphql.getLastConfig().variables).toEqual({ name: '%mill%' });
    expect(within(element, '[data-id]').map((each) => each.textContent)).toEqual([
      'Mills Holding',
      'Mia Mills',
      'Milla',
    ]);
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it.each([
    ['001000000000009AAA', { Account__c: '001000000000009AAA' }],
    ['003000000000009AAA', { Contact__c: '003000000000009AAA', Account__c: '001000000000008AAA' }],
    ['00Q000000000009AAA', { Lead__c: '00Q000000000009AAA' }],
  ])('puts the conversation with %s by one click; a contact brings its account', async (id, fields) => {
    const element = await find('mill', FOUND);
    within(element, `[data-id="${id}"]`)[0].click();
    expect(commands.mock.calls[0][0]).toMatchObject({ action: 'Correct match', fields });
  });

  it('offers for another conversation nothing that was found for this one', async () => {
    const element = await find('mill', FOUND);
    element.conversation = { ...element.conversation, id: 'another' };
    await settled();
    expect(within(element, '[data-id]')).toHaveLength(0);
    expect(within(element, 'input')).toHaveLength(0);
  });

  it('keeps what it found where the same is looked for again', async () => {
    const element = await find('mill', FOUND);
    within(element, '[data-find]')[0].click();
    await settled();
    expect(within(element, '[data-id]')).toHaveLength(3);
  });

  it('teaches no domain by one click while a person is asked about it', async () => {
    const element = await find('mill', FOUND);
    element.conversation = { ...element.conversation, review: { candidates: [] } };
    await settled();
    within(element, '[data-id="001000000000009AAA"]')[0].click();
    expect(commands.mock.calls[0][0].fields).toEqual({ Account__c: '001000000000009AAA', Always__c: false });
  });

  it('says so where nobody has that name', async () => {
    const element = await find('nobody', answer({}));
    expect(within(element, '[data-nothing]')).toHaveLength(1);
  });

  it('asks nothing before it is asked', async () => {
    const element = shown('c-chat-choose', ChatChoose, { conversation: CONVERSATION });
    await settled();
    expect(within(element, 'form')).toHaveLength(0);
    expect(graphql.getLastConfig().query).toBeUndefined();
  });

  it('is closed by Escape and by the choice, and the button that opened it has the focus again', async () => {
    const element = await find('mill', FOUND);
    const [toggle] = within(element, '[data-open]');
    within(element, 'input')[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(element.shadowRoot.activeElement).toBe(toggle);

    toggle.click();
    await settled();
    within(element, '[data-id]')[0].click();
    await settled();
    expect(commands).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot.activeElement).toBe(toggle);
  });
});
