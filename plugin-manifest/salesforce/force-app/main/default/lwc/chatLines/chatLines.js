const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"'“”«»،؛؟，。；：！？、（）「」《》]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const TRAILING = /[.,;:!?)\]}…]+$/u;
const SAFE = ['http:', 'https:', 'mailto:'];

/**
 * The messages of a transcript, in the order of their first line, out of the bodies of its parts: one message a line
 * as JSON, one too long for a part in pieces of which the first says who and when.
 *
 * @returns {{messages: object[], unreadable: number}} `unreadable` counts lines that are no message
 */
export function transcriptOf(bodies) {
  const byId = new Map();
  let unreadable = 0;
  for (const line of bodies.flatMap((body) => (body ?? '').split('\n'))) {
    if (!line.trim()) continue;
    const read = parsed(line);
    if (read) add(byId, read);
    else unreadable++;
  }
  return { messages: [...byId.values()].map(whole), unreadable };
}

function parsed(line) {
  try {
    const read = JSON.parse(line);
    return read && typeof read === 'object' && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

function add(byId, line) {
  const id = line.id ?? `line ${byId.size + 1}`;
  if (!byId.has(id)) byId.set(id, new Map());
  byId.get(id).set(line.piece ?? 1, { ...line, id });
}

function whole(pieces) {
  const ordered = [...pieces.entries()].sort(([one], [other]) => one - other).map(([, line]) => line);
  const head = ordered[0];
  return {
    id: head.id,
    at: head.at,
    role: head.role ?? '',
    name: head.name ?? '',
    text: ordered.map((piece) => piece.text ?? '').join(''),
    isEdited: head.edited === true,
    isDeleted: head.deleted === true,
    isPrivate: head.private === true,
    isCanned: Boolean(head.canned),
    isWhole: pieces.size >= (head.of ?? 1),
    attachments: Array.isArray(head.attachments) ? head.attachments : [],
    attachmentsLeftOut: head.attachmentsLeftOut ?? 0,
  };
}

/** The address, if a browser may follow it from here: on the web or a mail address, nothing that runs a script. */
export function safeAddress(text) {
  try {
    const url = new URL(text);
    return SAFE.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A text in stretches `{key, text, href}`, of which those that are addresses have an `href`. */
export function stretches(text) {
  const found = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = match[0].replace(TRAILING, '');
    const href = safeAddress(shown.includes(':') ? shown : `mailto:${shown}`);
    if (href) {
      found.push({ text: text.slice(from, match.index) });
      found.push({ text: shown, href });
      from = match.index + shown.length;
    }
  }
  found.push({ text: text.slice(from) });
  return found.filter((stretch) => stretch.text).map((stretch, key) => ({ key, ...stretch }));
}
