import { LightningElement, api } from 'lwc';
import { counted, fill, joined, moment, number, percent } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { retold } from 'c/chatSayings';

const POINTS = /^([+-]\d+(?:\.\d+)?)\s+(.*)$/;
const DECISIONS = {
  Auto: LABELS.matchAuto,
  Review: LABELS.matchReview,
  None: LABELS.matchNone,
  Manual: LABELS.matchManual,
};

/** What Parley found in a conversation, each finding with what it rests on, and when things happened. */
export default class ChatReasons extends LightningElement {
  labels = LABELS;

  /** A conversation as `c/chatData` reads it. */
  @api conversation;

  get hasScore() {
    return this.conversation.score !== null;
  }

  get score() {
    const { score, grade } = this.conversation;
    return fill(counted(score, LABELS.scoreOfOne, LABELS.scoreOf), number(score), grade ?? '–');
  }

  get reasons() {
    return this.conversation.reasons.map((line, key) => {
      const [, points, text] = POINTS.exec(line) ?? [null, null, line];
      return { key, points, text: retold(text) };
    });
  }

  get match() {
    const decision = DECISIONS[this.conversation.decision];
    if (!decision) return null;
    return joined([decision, percent(this.conversation.confidence)]);
  }

  get evidence() {
    return this.conversation.evidence.map((text, key) => ({ key, text: retold(text) }));
  }

  get times() {
    const { startedAt, endedAt, firstResponseSeconds, satisfaction } = this.conversation;
    return [
      { key: 'started', label: LABELS.started, text: moment(startedAt) },
      { key: 'ended', label: LABELS.ended, text: moment(endedAt) },
      {
        key: 'response',
        label: LABELS.firstResponse,
        text: firstResponseSeconds === null ? '' : fill(LABELS.seconds, number(firstResponseSeconds)),
      },
      { key: 'rating', label: LABELS.rating, text: satisfaction === null ? '' : percent(satisfaction / 100) },
    ].filter((fact) => fact.text);
  }
}
