import { call } from 'org/api';

/** Creates a record as the platform does: a refusal is thrown with what the org says in `body`. */
export async function createRecord({ apiName, fields }) {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const { id } = await call(`/sobjects/${apiName}`, { method: 'POST', body: given });
  return { id, apiName, fields: given };
}
