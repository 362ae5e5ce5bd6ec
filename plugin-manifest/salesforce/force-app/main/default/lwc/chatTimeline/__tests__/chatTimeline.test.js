import ChatTimeline from 'c/chatTimeline';
import { conversationsOf } from 'c/chatData';
import { barriers, clear, settled, shown, textOf, within } from 'test/page';

const CONVERSATIONS = conversationsOf(require('../../chatHistory/__tests__/data/conversations.json'));

describe('c-chat-timeline', () => {
  let element;

  beforeEach(() => {
    element = shown('c-chat-timeline', ChatTimeline, { conversations: CONVERSATIONS, more: 3 });
  });

  afterEach(clear);

  const items = () => within(element, 'c-chat-conversation');
  const names = () => items().map((item) => item.conversation.name);

  async function enter(selector, value, event) {
    const [field] = within(element, selector);
    field.value = value;
    field.dispatchEvent(new CustomEvent(event));
    await settled();
  }

  it('opens the newest, and any other by a click', async () => {
    expect(items().map((item) => item.open)).toEqual([true, false, false]);
    within(items()[2], '[data-toggle]')[0].click();
    await settled();
    expect(items().map((item) => item.open)).toEqual([true, false, true]);
    within(items()[0], '[data-toggle]')[0].click();
    await settled();
    expect(items().map((item) => item.open)).toEqual([false, false, true]);
    await expect(barriers(element)).resolves.toEqual([]);
  });

  it('finds what was said, by whom and what about', async () => {
    await enter('input', 'LINDGREN', 'input');
    expect(names()).toEqual(['CHAT-00000002']);
    await enter('input', 'warns mills', 'input');
    expect(names()).toEqual(['CHAT-00000003']);
    await enter('input', 'nobody said this', 'input');
    expect(names()).toEqual([]);
  });

  it('says how many of how many were found', async () => {
    await enter('input', 'LINDGREN', 'input');
    expect(textOf(element)).toMatch(/Chat_Found\b/);
    element.conversations = CONVERSATIONS.slice(1, 2);
    element.more = 0;
    await settled();
    expect(textOf(element)).toContain('Chat_Found_One');
  });

  it('shows only those that are open, closed, or to be reviewed', async () => {
    await enter('select', 'open', 'change');
    expect(names()).toEqual(['CHAT-00000003']);
    await enter('select', 'closed', 'change');
    expect(names()).toEqual(['CHAT-00000002', 'CHAT-00000001']);
    await enter('select', 'review', 'change');
    expect(names()).toEqual(['CHAT-00000003']);
  });

  it('asks for all there is when somebody searches, and for more by the button', async () => {
    const all = jest.fn();
    const more = jest.fn();
    element.addEventListener('all', all);
    element.addEventListener('more', more);
    await enter('input', 'pump', 'input');
    within(element, 'lightning-button')[0].click();
    expect(all).toHaveBeenCalledTimes(1);
    expect(more).toHaveBeenCalledTimes(1);
  });

  it('says how many there are besides, and nothing where all of them stand there', async () => {
    expect(textOf(within(element, '[role=status]')[0])).toContain('Chat_Found');
    element.more = 0;
    await settled();
    expect(textOf(within(element, '[role=status]')[0])).toBe('');
  });

  it('leaves open what somebody reads when a newer one comes', async () => {
    const [newer, ...others] = CONVERSATIONS;
    element.conversations = others;
    await settled();
    element.conversations = [newer, ...others];
    await settled();
    expect(items().map((item) => item.open)).toEqual([true, true, false]);
  });

  describe('hands on the focus of the button for more', () => {
    const button = () => within(element, 'lightning-button')[0];
    const last = { conversations: CONVERSATIONS, more: 0 };

    beforeEach(async () => {
      Object.assign(element, { conversations: CONVERSATIONS.slice(0, 2), more: 1 });
      await settled();
      button().setAttribute('tabindex', '0');
      button().focus();
      button().click();
    });

    const answered = async (properties) => {
      Object.assign(element, properties);
      await settled();
    };

    it('to the first that it brought, where that was the last', async () => {
      await answered(last);
      expect(element.shadowRoot.activeElement).toBe(items()[2]);
    });

    it('to the first that it brought of those that are searched for', async () => {
      await enter('select', 'closed', 'change');
      await answered(last);
      expect(names()).toEqual(['CHAT-00000002', 'CHAT-00000001']);
      expect(element.shadowRoot.activeElement).toBe(items()[1]);
    });

    it('to the search where it brought none of those', async () => {
      await enter('input', 'LINDGREN', 'input');
      await answered(last);
      expect(element.shadowRoot.activeElement).toBe(within(element, 'input')[0]);
    });

    it('to nothing where somebody has gone elsewhere on the page', async () => {
      const elsewhere = document.body.appendChild(document.createElement('input'));
      elsewhere.setAttribute('aria-label', 'elsewhere');
      elsewhere.focus();
      await answered(last);
      expect(document.activeElement).toBe(elsewhere);
    });

    it('to nothing after an answer that left the button where it is', async () => {
      await answered({ conversations: CONVERSATIONS.slice(0, 2), more: 1 });
      expect(element.shadowRoot.activeElement).toBe(button());
      button().blur();
      await answered(last);
      expect(element.shadowRoot.activeElement).toBeNull();
    });
  });
});
