import { run } from 'org/queries';
import { parse } from 'graphql/language';

/** A query as the platform's own tag makes it. */
export function gql(strings, ...values) {
  return parse(String.raw({ raw: strings.map((text) => text) }, ...values));
}

/** The platform's wire adapter for GraphQL, over the org's REST API. */
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
    if (turn === this.turn && this.connected) this.send({ ...answer, refresh: () => this.ask() });
  }
}

async function answerTo({ query, variables }) {
  try {
    return { data: await run(query, variables ?? {}), errors: undefined };
  } catch (error) {
    return { data: undefined, errors: [{ message: error.message ?? String(error) }] };
  }
}
