import { nodes, value } from './values';

/**
 * Who may be meant, where a person is asked and the record says so: the reason, the gap between the likeliest and the
 * next, the domain that a decision may be meant for, and the candidates. Null otherwise, and for what cannot be read.
 */
export function reviewOf(node) {
  const text = value(node, 'Match_Decision__c') === 'Review' ? value(node, 'Match_Candidates__c') : null;
  try {
    const review = JSON.parse(text);
    if (!Array.isArray(review?.candidates)) return null;
    const { reason = null, gap = null, domain = null, candidates } = review;
    return {
      reason,
      gap,
      domain,
      candidates: candidates.map((each) => ({ ...each, agreement: each.agreement ?? [] })),
    };
  } catch {
    return null;
  }
}

/** The accounts, contacts and leads that an answer to `RECORDS` holds. */
export function recordsOf(data) {
  const query = data?.uiapi?.query;
  const of = (sobject, more) =>
    nodes(query?.[sobject]).map((node) => ({ id: node.Id, sobject, name: value(node, 'Name'), ...more(node) }));
  return [
    ...of('Account', (node) => ({ at: value(node, 'Website') })),
    ...of('Contact', (node) => ({ at: value(node.Account, 'Name'), accountId: value(node, 'AccountId') })),
    ...of('Lead', (node) => ({ at: value(node, 'Company') })),
  ];
}
