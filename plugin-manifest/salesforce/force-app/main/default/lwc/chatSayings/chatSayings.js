import { fill, isolated, moment } from 'c/chatFormat';
import { LABELS } from 'c/chatLabels';
import { SENTENCES } from './sentences';

const MEETING = /^Meeting at (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/;
const SUMMARY = /^(Needs|Open|Promised|Next): (.*)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const PLACE = /\{\d\}/g;
const LISTS = [', ', ' and the '];

/** What people said or named, in quotation marks or brackets, is no sentence of the table whatever its words. */
const GIVEN = /[“(][^”)]*\{(\d)\}/g;

/** What other sentences stand in. */
const AROUND = ['Review: {0}', '{0}: “{1}” (message {2})'];

/** Whether the calendar has it: there is no 30 February, though it would be read as 2 March. */
function isMoment(iso) {
  const at = new Date(iso);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 16) === iso.slice(0, 16);
}

/**
 * What tells a line of a record in the words of the table's language: a function that gives back what it does not know.
 *
 * @param sentences pairs of a sentence as Parley writes it, with its places to fill in, and as the user reads it
 */
export function teller(sentences) {
  const known = sentences.map(formOf).sort((one, other) => one.rank - other.rank || other.weight - one.weight);

  function told(line) {
    for (const { form, places, given, words } of known) {
      const match = form.exec(line);
      if (match) {
        const parts = match.slice(1).map((text, at) => (given.includes(places[at]) ? isolated(text) : part(text)));
        return fill(words, ...inOrder(places, parts));
      }
    }
    return null;
  }

  /** What is put in may be a sentence too, or several. */
  function part(text) {
    const whole = told(text);
    if (whole) return whole;
    for (const separator of LISTS) {
      const parts = text.split(separator).map(told);
      if (parts.length > 1 && parts.every(Boolean)) return parts.join(' · ');
    }
    return isolated(INSTANT.test(text) && isMoment(text) ? moment(text) : text);
  }

  /** A name that an admin gave, and what it rests on. */
  function named(line) {
    const end = line.indexOf(': ') + 2;
    const rest = end < 2 ? null : told(line.slice(end));
    return rest ? line.slice(0, end) + rest : line;
  }

  return (line) => told(line) ?? named(line);
}

/** The longest goes first, for a shorter one may fit it too. */
function formOf([written, words]) {
  const places = (written.match(PLACE) ?? []).map((place) => Number(place[1]));
  const given = [...written.matchAll(GIVEN)].map(([, place]) => Number(place));
  const literals = written.split(PLACE);
  const pattern = literals.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)');
  const rank = AROUND.includes(written) ? AROUND.indexOf(written) : AROUND.length;
  return { form: new RegExp(`^${pattern}$`, 'i'), places, given, words, rank, weight: literals.join('').length };
}

function inOrder(places, values) {
  const ordered = [];
  places.forEach((place, at) => {
    ordered[place] = values[at];
  });
  return ordered;
}

/** A reason or a finding in the user's language; as it is written where nobody has translated it. */
export const retold = teller(SENTENCES.filter(([written, words]) => written !== words));

/** A next step in the user's language: what people said stays as they said it. */
export function retoldStep(step) {
  const [, day, time] = MEETING.exec(step ?? '') ?? [];
  const at = `${day}T${time}:00Z`;
  return day && isMoment(at) ? fill(LABELS.meetingAt, moment(at)) : step;
}

const breachTold = teller(SENTENCES);

/** The promises of service that were broken, in the user's language; in English too, for a date stands in them. */
export function retoldBreaches(breaches) {
  return breaches?.split('; ').map(breachTold).join('; ');
}

/** A summary with its headings in the user's language: what people said stays as they said it. */
export function retoldSummary(summary) {
  const headings = {
    Needs: LABELS.summaryNeeds,
    Open: LABELS.summaryOpen,
    Promised: LABELS.summaryPromised,
    Next: LABELS.summaryNext,
  };
  return summary?.replace(/^.*$/gm, (line) => {
    const [, heading, said] = SUMMARY.exec(line) ?? [];
    return heading ? fill(headings[heading], isolated(retoldStep(said))) : line;
  });
}
