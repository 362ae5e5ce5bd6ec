/** What errors say, whatever their shape: of reading, of writing, of GraphQL, of a network, of a program. */
export function reasons(errors) {
  const all = Array.isArray(errors) ? errors : [errors];
  const texts = all
    .filter(Boolean)
    .flatMap((error) => reason(error))
    .filter(Boolean);
  return [...new Set(texts)];
}

function reason(error) {
  if (Array.isArray(error.body)) return error.body.map((part) => part.message);
  const fields = Object.values(error.body?.output?.fieldErrors ?? {}).flat();
  const page = error.body?.output?.errors ?? [];
  const details = [...page, ...fields].map((part) => part.message);
  if (details.length > 0) return details;
  return [error.body?.message ?? error.message ?? error.statusText];
}
