import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { PARTS, nodes, value } from 'c/chatData';
import { counted, fill } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { transcriptOf } from 'c/chatLines';

const PARTS_AT_ONCE = 5;
const MESSAGES_AT_ONCE = 100;

/** What was said in one conversation. The parts are read when the transcript is opened, and again when told to. */
export default class ChatTranscript extends LightningElement {
  labels = LABELS;
  parts = PARTS_AT_ONCE;
  most = MESSAGES_AT_ONCE;
  transcript;
  errors;
  result;
  partsThereAre = 0;

  /** The conversation's id. */
  @api conversationId;

  get variables() {
    return { conversation: this.conversationId, first: this.parts };
  }

  @wire(graphql, { query: PARTS, variables: '$variables' })
  received(result) {
    if (result.refresh) this.result = result;
    if (result.data) this.read(result.data.uiapi.query.Chat_Transcript_Part__c);
    this.errors = result.errors;
  }

  read(connection) {
    const bodies = nodes(connection).map((part) => value(part, 'Body__c'));
    this.transcript = transcriptOf(bodies);
    this.partsThereAre = connection.totalCount ?? bodies.length;
  }

  /** Reads what was written since. */
  @api refresh() {
    return this.result?.refresh?.();
  }

  get isLoading() {
    return !this.transcript && !this.errors;
  }

  get isEmpty() {
    return this.transcript?.messages.length === 0 && this.transcript.unreadable === 0;
  }

  get messages() {
    return this.transcript?.messages.slice(0, this.most) ?? [];
  }

  get hasMore() {
    return this.transcript?.messages.length > this.most || this.partsThereAre > this.parts;
  }

  get unreadable() {
    const count = this.transcript?.unreadable;
    return count > 0 ? fill(counted(count, LABELS.unreadableOne, LABELS.unreadable), count) : null;
  }

  showMore() {
    this.most += MESSAGES_AT_ONCE;
    if (this.transcript.messages.length < this.most && this.partsThereAre > this.parts) this.parts += PARTS_AT_ONCE;
  }
}
