const ONLY = {
  all: () => true,
  open: (conversation) => conversation.status !== 'Closed',
  closed: (conversation) => conversation.status === 'Closed',
  review: (conversation) => conversation.decision === 'Review',
};

/** Whether a conversation is among those looked for: every word stands somewhere in what is known of it. */
export function matches(conversation, text, only) {
  const where = said(conversation);
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return ONLY[only](conversation) && words.every((word) => where.includes(word));
}

function said(conversation) {
  const { name, person, account, opportunity, need, summary, promised, nextStep, openQuestions, functions } =
    conversation;
  const texts = [
    name,
    person?.name,
    account?.name,
    opportunity?.name,
    need,
    summary,
    promised,
    nextStep,
    ...openQuestions,
    ...functions.map((choice) => choice.label),
  ];
  return texts.filter(Boolean).join('\n').toLocaleLowerCase();
}
