import { describe, query } from './api.js';
import { answer } from './answers.js';
import { argument, condition, order, selected } from './soql.js';

/** Runs a GraphQL query of the UI API: one SOQL query for each object that it asks for. */
export async function run(document, variables) {
  const [operation] = document.definitions;
  const fields = child(child(operation, 'uiapi'), 'query').selectionSet.selections;
  const found = await Promise.all(fields.map((field) => connection(field, variables)));
  const entries = fields.map((field, at) => [(field.alias ?? field.name).value, found[at]]);
  return { uiapi: { query: Object.fromEntries(entries) } };
}

function child(parent, name) {
  return parent.selectionSet.selections.find((selection) => selection.name.value === name);
}

async function connection(field, variables) {
  const sobject = field.name.value;
  const where = condition(argument(field, 'where', variables));
  const tail = where ? ` WHERE ${where}` : '';
  const node = child(child(field, 'edges'), 'node');
  const soql = `SELECT ${selected(node, variables).join(', ')} FROM ${sobject}${tail}${order(field, variables)}`;
  const wantsCount = Boolean(child(field, 'totalCount'));
  const [described, result, counted] = await Promise.all([
    describe(sobject),
    query(soql),
    wantsCount ? query(`SELECT COUNT() FROM ${sobject}${tail}`) : null,
  ]);
  const edges = result.records.map((record) => ({ node: answer(node, record, described) }));
  return wantsCount ? { totalCount: counted.totalSize, edges } : { edges };
}
