const COMPARISONS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=', like: 'LIKE' };
const LEAVES = ['value', 'displayValue', 'label', 'format'];

/** An argument of a field, with variables put in. */
export function argument(field, name, variables) {
  const found = field.arguments?.find((each) => each.name.value === name);
  return found ? literal(found.value, variables) : undefined;
}

function literal(node, variables) {
  switch (node.kind) {
    case 'Variable':
      return variables[node.name.value];
    case 'ListValue':
      return node.values.map((each) => literal(each, variables));
    case 'ObjectValue':
      return Object.fromEntries(node.fields.map((each) => [each.name.value, literal(each.value, variables)]));
    case 'IntValue':
    case 'FloatValue':
      return Number(node.value);
    case 'NullValue':
      return null;
    default:
      return node.value;
  }
}

/** A `where` in SOQL; empty for none. */
export function condition(where) {
  if (!where) return '';
  return Object.entries(where)
    .map(([name, test]) => (name === 'and' || name === 'or' ? joined(name, test) : compared(name, test)))
    .join(' AND ');
}

function joined(operator, conditions) {
  return `(${conditions.map((each) => condition(each)).join(` ${operator.toUpperCase()} `)})`;
}

function compared(field, test) {
  return Object.entries(test)
    .map(([operator, value]) => {
      if (operator === 'in') return `${field} IN (${value.map(quoted).join(', ')})`;
      if (!COMPARISONS[operator]) throw new Error(`The sandbox org's GraphQL knows no operator '${operator}'`);
      return `${field} ${COMPARISONS[operator]} ${quoted(value)}`;
    })
    .join(' AND ');
}

function quoted(value) {
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value ?? null);
}

/** `ORDER BY` and `LIMIT`, with a blank before each. */
export function order(field, variables) {
  const by = Object.entries(argument(field, 'orderBy', variables) ?? {}).map(
    ([name, { order: direction, nulls }]) => `${name} ${direction ?? 'ASC'}${nulls ? ` NULLS ${nulls}` : ''}`
  );
  const ordered = by.length > 0 ? ` ORDER BY ${by.join(', ')}` : '';
  return `${ordered} LIMIT ${argument(field, 'first', variables) ?? 10}`;
}

/** What a node asks for, as SOQL's select list: fields, fields of parents, and children as queries in brackets. */
export function selected(node, variables, prefix = '') {
  return node.selectionSet.selections.flatMap((field) => {
    const name = field.name.value;
    if (isField(field)) return [`${prefix}${name}`];
    const edges = field.selectionSet.selections.find((each) => each.name.value === 'edges');
    if (!edges) return selected(field, variables, `${prefix}${name}.`);
    const inner = selected(edges.selectionSet.selections[0], variables).join(', ');
    return [`(SELECT ${inner} FROM ${name}${order(field, variables)})`];
  });
}

/** Whether a selection is a field of the record itself, not a parent or its children. */
export function isField(field) {
  const within = field.selectionSet?.selections ?? [];
  return within.every((each) => LEAVES.includes(each.name.value));
}
