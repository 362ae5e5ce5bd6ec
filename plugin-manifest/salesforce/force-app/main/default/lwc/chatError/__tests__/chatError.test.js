import ChatError from 'c/chatError';
import { barriers, clear, shown, textOf, within } from 'test/page';

describe('c-chat-error', () => {
  afterEach(clear);

  it.each([
    ['of reading', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    [
      'of writing',
      { body: { message: 'Refused', output: { fieldErrors: { Name: [{ message: 'Too long' }] } } } },
      ['Too long'],
    ],
    ['of GraphQL', [{ message: 'No such field' }], ['No such field']],
    ['of a network', { statusText: 'Bad Gateway' }, ['Bad Gateway']],
  ])('says what an error %s says', (_, errors, expected) => {
    const text = textOf(shown('c-chat-error', ChatError, { errors, what: 'It could not be read.' }));
    for (const each of ['It could not be read.', ...expected]) expect(text).toContain(each);
  });

  it('lets people try again', async () => {
    const element = shown('c-chat-error', ChatError, { errors: { message: 'Oh' }, what: 'What' });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    within(element, 'button')[0].click();
    expect(retry).toHaveBeenCalled();
    await expect(barriers(element)).resolves.toEqual([]);
  });
});
