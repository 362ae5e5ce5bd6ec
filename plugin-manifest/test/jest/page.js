import axe from 'axe-core';
import { createElement } from 'lwc';

// axe-core measures letters on a canvas where there is one; jsdom has none and complains at every try.
HTMLCanvasElement.prototype.getContext = () => null;

/** Puts a component with those properties on the page. */
export function shown(name, Component, properties = {}) {
  const element = createElement(name, { is: Component });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** Takes everything off the page, in whatever state a test left it, after axe-core has looked at that state. */
export async function clear() {
  jest.useRealTimers();
  const found = [];
  await [...document.body.children].reduce(
    // One after the other, for axe-core takes no second run; each by itself, for no page has a component twice.
    (before, element) => before.then(async () => found.push(...(await barriers(element)))),
    Promise.resolve(),
  );
  document.body.replaceChildren();
  expect(found).toEqual([]);
}

/** Lets promises and what they draw come to an end. */
export async function settled() {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** What cannot be seen: where a text of its own direction begins and ends. */
const ISOLATES = /[\u2068\u2069]/g;

/** All that can be read in an element, the parts of its components too. */
export function textOf(node) {
  const within = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
  if (node.nodeType === 3) return node.textContent.replace(ISOLATES, '');
  return within.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** Elements for a selector in an element's own template. */
export function within(element, selector) {
  return [...element.shadowRoot.querySelectorAll(selector)];
}

/** What axe-core objects to in an element, as sentences. jsdom draws nothing, so colours are looked at in the browser. */
export async function barriers(element) {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
