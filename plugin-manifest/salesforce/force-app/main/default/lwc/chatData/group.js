import { choices, nodes, personOf, value } from './values';

/**
 * Who of an account has chatted, who wrote last first: each person once, with how often, when last, about what, and
 * how they began the newest talk. Talks with nobody known are left out.
 */
export function buyingGroup(data) {
  const people = new Map();
  for (const node of nodes(data?.uiapi?.query?.Chat_Conversation__c)) {
    const person = personOf(node);
    if (person) people.set(person.id, joined(people.get(person.id), person, node));
  }
  return [...people.values()];
}

/** The conversations come newest first, so the first of a person says when and how, and the last whether they are new. */
function joined(before, person, node) {
  const topics = choices(node, 'Functions__c');
  if (!before) {
    return {
      ...person,
      talks: 1,
      lastAt: value(node, 'Last_Message_At__c'),
      need: value(node, 'Need__c'),
      topics,
    };
  }
  const known = new Set(before.topics.map((topic) => topic.value));
  return {
    ...before,
    isNew: before.isNew || person.isNew,
    talks: before.talks + 1,
    topics: [...before.topics, ...topics.filter((topic) => !known.has(topic.value))],
  };
}
