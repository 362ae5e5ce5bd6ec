import { isField } from './soql.js';

/** A record in the shape that a GraphQL node asks for. */
export function answer(node, record, described) {
  if (!record) return null;
  const entries = node.selectionSet.selections.map((field) => [
    field.name.value,
    isField(field) ? fieldOf(field, record, described) : related(field, record),
  ]);
  return Object.fromEntries(entries);
}

function fieldOf(field, record, described) {
  const name = field.name.value;
  const value = record[name] ?? null;
  if (!field.selectionSet) return value;
  return { value, displayValue: shown(value, described?.fields.find((each) => each.name === name)) };
}

/** Labels of picklists come from the describe; Salesforce joins several by semicolons. */
function shown(value, field) {
  if (value === null || !field?.picklistValues?.length) return value === null ? null : String(value);
  const label = (choice) => field.picklistValues.find((each) => each.value === choice)?.label ?? choice;
  return String(value).split(';').map(label).join(';');
}

function related(field, record) {
  const name = field.name.value;
  const edges = field.selectionSet.selections.find((each) => each.name.value === 'edges');
  if (!edges) return answer(field, record[name]);
  const [node] = edges.selectionSet.selections;
  return { edges: (record[name]?.records ?? []).map((each) => ({ node: answer(node, each) })) };
}
