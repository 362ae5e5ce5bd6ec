/** The nodes of a connection, none where there is no connection. */
export function nodes(connection) {
  return (connection?.edges ?? []).map((edge) => edge.node);
}

/** A field's value; null where the field was not read. */
export function value(node, field) {
  return node?.[field]?.value ?? null;
}

/** What people call a field's value: a picklist's label. */
export function shown(node, field) {
  return node?.[field]?.displayValue ?? value(node, field);
}

/** The lines of a long text. */
export function lines(node, field) {
  return (value(node, field) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The choices of a field that takes several, `{value, label}` each. */
export function choices(node, field) {
  const values = (value(node, field) ?? '').split(';').filter(Boolean);
  const labels = (shown(node, field) ?? '').split(';');
  return values.map((each, at) => ({ value: each, label: labels[at]?.trim() || each }));
}

/** The record that a look-up points to, `{id, name}`, or null. */
export function recordOf(node, relationship) {
  const record = node?.[relationship];
  return record ? { id: record.Id, name: value(record, 'Name') } : null;
}

/** Whom a conversation is with; new is who was not in the CRM before it began. */
export function personOf(node) {
  const contact = node.Contact__r;
  const record = contact ?? node.Lead__r;
  if (!record) return null;
  const since = value(record, 'CreatedDate');
  const began = value(node, 'Started_At__c');
  return {
    id: record.Id,
    sobject: contact ? 'Contact' : 'Lead',
    name: value(record, 'Name'),
    title: value(record, 'Title'),
    company: value(record, 'Company'),
    isNew: Boolean(since && began && new Date(since) >= new Date(began)),
  };
}
