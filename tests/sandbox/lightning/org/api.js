import { viewer } from './viewer.js';

const DATA = '/services/data/v62.0';
let token;

/** Calls the org's REST API as the page's user. A refusal is thrown as `{status, body}`, as record calls give it. */
export async function call(path, { method = 'GET', body } = {}) {
  token ??= login();
  const response = await fetch(`${DATA}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await token}`,
      'Content-Type': 'application/json',
      'Sforce-Call-Options': 'client=lightning',
      'Sandbox-Language': viewer.lang.replace(/_.*/, ''),
    },
    body: body && JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw refusal(response, answer);
  return answer;
}

/** The administrator's pages open without login; those of another user take the password that all of them have. */
async function login() {
  const credentials = viewer.as
    ? { grant_type: 'password', username: viewer.username, password: 'demo' }
    : { grant_type: 'client_credentials' };
  const form = new URLSearchParams({ client_id: 'demo', client_secret: 'demo', ...credentials });
  const response = await fetch('/services/oauth2/token', { method: 'POST', body: form });
  const answer = await response.json();
  if (!response.ok) {
    token = undefined;
    throw refusal(response, [{ message: answer.error_description }]);
  }
  return answer.access_token;
}

function refusal(response, answer) {
  if (response.status === 401) token = undefined;
  const errors = Array.isArray(answer) ? answer : [answer];
  const message = errors.map((error) => error?.message).filter(Boolean).join(' ') || response.statusText;
  return { status: response.status, statusText: response.statusText, message, body: { message } };
}
