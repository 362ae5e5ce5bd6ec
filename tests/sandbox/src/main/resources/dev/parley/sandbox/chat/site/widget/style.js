// How it looks. Nothing of the page that carries it reaches in, nor the other way round.
const STYLE = `
  :host { all: initial !important; --main: #0b5c57; --ink: #1b2a33; --soft: #eef4f3; --line: #cddad7; --grey: #51626a;
    font: 15px/1.45 system-ui, "Noto Sans", sans-serif !important; color: var(--ink) !important; }
  * { box-sizing: border-box; font: inherit; color: inherit; }
  [hidden] { display: none !important; }
  button { cursor: pointer; border: 1px solid var(--line); background: #fff; border-radius: 999px; padding: 5.6px 12.8px; }
  button:hover { background: var(--soft); }
  .main { background: var(--main); border-color: var(--main); color: #fff; }
  .main:hover { background: #084a46; }
  :focus-visible { outline: 3px solid #a85400; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
  header :focus-visible { outline-color: #fff; box-shadow: none; }
  .body:focus-visible { outline-offset: -3px; }
  .launcher { position: fixed; inset-block-end: 24px; inset-inline-end: 24px; padding: 12.8px 20.8px; box-shadow: 0 6px 24px #0003; z-index: 2147483000; }
  .invite { position: fixed; inset-block-end: 88px; inset-inline-end: 24px; background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 16px; box-shadow: 0 6px 24px #0003; z-index: 2147483000; }
  .invite p { margin: 0 0 11.2px; }
  .panel { position: fixed; inset-block-end: 24px; inset-inline-end: 24px; width: min(400px, calc(100vw - 32px)); height: min(660px, calc(100vh - 48px));
    display: flex; flex-direction: column; background: #fff; border: 1px solid var(--line); border-radius: 16px; overflow: hidden; box-shadow: 0 12px 40px #0004; z-index: 2147483001; }
  header { display: flex; align-items: center; gap: 8px; padding: 11.2px 14.4px; background: var(--main); color: #fff; }
  header h2 { margin: 0; flex: 1; font-size: 16.8px; font-weight: 600; }
  header select { background: #084a46; color: #fff; border: 1px solid #ffffff66; border-radius: 8px; padding: 2.4px 4.8px; }
  header button { background: transparent; border-color: #ffffff66; color: #fff; }
  header button:hover { background: #ffffff22; }
  .notice { margin: 0; padding: 8px 14.4px; background: #fff4dc; border-block-end: 1px solid #ecd9a8; font-size: 14.4px; }
  .body { flex: 1; overflow-y: auto; padding: 14.4px; display: flex; flex-direction: column; gap: 8.8px; }
  form { display: flex; flex-direction: column; gap: 9.6px; }
  form p { margin: 0; color: var(--grey); font-size: 14.4px; }
  label { display: flex; flex-direction: column; gap: 2.4px; font-size: 14.4px; font-weight: 600; }
  input, textarea { font-weight: 400; border: 1px solid #8fa39f; border-radius: 8px; padding: 7.2px 9.6px; background: #fff; width: 100%; }
  textarea { resize: none; }
  .log { display: flex; flex-direction: column; gap: 8px; }
  .message { max-width: 84%; align-self: flex-start; border-radius: 14px; border-end-start-radius: 4px; }
  .message .who { font-size: 12.5px; color: var(--grey); margin: 0 4.8px 1.6px; }
  .message .text { background: var(--soft); border-radius: inherit; padding: 8px 12.8px; white-space: pre-wrap; overflow-wrap: anywhere; }
  .message.mine { align-self: flex-end; border-end-start-radius: 14px; border-end-end-radius: 4px; }
  .message.mine .text { background: var(--main); color: #fff; }
  .message.mine .who { text-align: end; }
  .system { margin: 0; align-self: center; text-align: center; color: var(--grey); font-size: 13.8px; padding: 1.6px 9.6px; }
  .choices { display: flex; flex-wrap: wrap; gap: 6.4px; margin-block-start: 6.4px; }
  .choices button { border-color: var(--main); color: var(--main); }
  .typing { min-height: 1.3em; margin: 0; padding: 0 14.4px; font-size: 13.4px; color: var(--grey); }
  .actions { display: flex; flex-wrap: wrap; gap: 5.6px; padding: 7.2px 14.4px; border-block-start: 1px solid var(--line); }
  .actions button { font-size: 13.4px; padding: 3.2px 10.4px; }
  .ask { padding: 11.2px 14.4px; border-block-start: 1px solid var(--line); background: var(--soft); }
  .row { display: flex; gap: 8px; align-items: end; }
  .field { display: flex; flex-direction: column; gap: 2px; }
  .said { font-size: 13.6px; color: var(--grey); } .said:empty { display: none; }
  [aria-invalid] { border: 2px solid #a3261b; } .field:has([aria-invalid]) .said, .stars:has([aria-invalid]) + .said { color: #a3261b; }
  .badge { background: #fff; color: var(--main); border-radius: 999px; padding: 1px 8px; margin-inline-start: 8px; font-size: 13px; }
  .text a { text-decoration: underline; }
  .composer { display: flex; flex-direction: row; gap: 8px; padding: 8px 14.4px 11.2px; align-items: end; }
  .composer textarea { flex: 1; }
  .stars { display: flex; gap: 4.8px; border: 0; padding: 0; margin: 0; }
  .stars legend { font-weight: 600; padding: 0; margin-block-end: 4.8px; }
  .stars label { flex-direction: row; align-items: center; gap: 3.2px; border: 1px solid var(--line); border-radius: 8px; padding: 4.8px 8.8px; }
  .stars input { width: auto; }
  footer { display: flex; flex-wrap: wrap; gap: 3.2px 9.6px; padding: 7.2px 14.4px; font-size: 12.8px; color: var(--grey); border-block-start: 1px solid var(--line); background: #fafcfb; }
  footer a { color: var(--main); }
  details { font-size: 14.1px; color: var(--grey); } summary { cursor: pointer; } details p { margin: 4.8px 0 0; }
  .silent { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: no-preference) { .panel { animation: rise .18s ease-out; } @keyframes rise { from { transform: translateY(12px); opacity: .4; } } }
  @media (max-width: 480px) { .panel { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; border: 0; } }
  @media (max-height: 520px) {
    .panel { inset-block: 0; height: 100dvh; border-radius: 0; overflow-y: auto; scroll-padding-block: 64px 96px; }
    .panel > * { flex: none; } .body { overflow: visible; }
    header, .composer { position: sticky; z-index: 1; } header { inset-block-start: 0; } .composer { inset-block-end: 0; background: #fff; border-block-start: 1px solid var(--line); }
  }
`;
