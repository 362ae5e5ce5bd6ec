import { call } from 'org/api';

/** A query, as text. */
export function gql(strings, ...values) {
  return String.raw({ raw: strings }, ...values);
}

/** The platform's wire adapter for GraphQL. */
export class graphql {
  constructor(send) {
    this.send = send;
    this.turn = 0;
    send({ data: undefined, errors: undefined });
  }

  connect() {
    this.connected = true;
  }

  disconnect() {
    this.connected = false;
  }

  update(config) {
    this.config = config;
    return this.ask();
  }

  /** An answer that another question has overtaken is dropped. */
  async ask() {
    if (!this.config.query) return;
    const turn = ++this.turn;
    const answer = await answerTo(this.config);
    if (turn !== this.turn || !this.connected) return;
    this.send({ ...answer, refresh: () => this.ask() });
    // So that the browser can tell when an answer was on the screen: a task that comes after a frame finds it painted.
    requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
  }
}

async function answerTo({ query, variables }) {
  try {
    const { data, errors } = await call('/graphql', { method: 'POST', body: { query, variables } });
    return errors?.length ? { data: undefined, errors } : { data, errors: undefined };
  } catch (error) {
    return { data: undefined, errors: [{ message: error.message ?? String(error) }] };
  }
}
