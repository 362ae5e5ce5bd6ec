// How it looks. Nothing of the page that carries it reaches in, nor the other way round.
const STYLE = `
  :host { all: initial; --main: #0b5c57; --ink: #1b2a33; --soft: #eef4f3; --line: #cddad7; --grey: #51626a;
    font: 15px/1.45 system-ui, "Noto Sans", sans-serif; color: var(--ink); }
  * { box-sizing: border-box; font: inherit; color: inherit; }
  [hidden] { display: none !important; }
  button { cursor: pointer; border: 1px solid var(--line); background: #fff; border-radius: 999px; padding: .35rem .8rem; }
  button:hover { background: var(--soft); }
  .main { background: var(--main); border-color: var(--main); color: #fff; }
  .main:hover { background: #084a46; }
  :focus-visible { outline: 3px solid #e0912f; outline-offset: 2px; }
  .launcher { position: fixed; inset-block-end: 24px; inset-inline-end: 24px; padding: .8rem 1.3rem; box-shadow: 0 6px 24px #0003; z-index: 2147483000; }
  .invite { position: fixed; inset-block-end: 88px; inset-inline-end: 24px; background: #fff; border: 1px solid var(--line); border-radius: 14px; padding: 1rem; box-shadow: 0 6px 24px #0003; z-index: 2147483000; }
  .invite p { margin: 0 0 .7rem; }
  .panel { position: fixed; inset-block-end: 24px; inset-inline-end: 24px; width: min(400px, calc(100vw - 32px)); height: min(660px, calc(100vh - 48px));
    display: flex; flex-direction: column; background: #fff; border: 1px solid var(--line); border-radius: 16px; overflow: hidden; box-shadow: 0 12px 40px #0004; z-index: 2147483001; }
  header { display: flex; align-items: center; gap: .5rem; padding: .7rem .9rem; background: var(--main); color: #fff; }
  header h2 { margin: 0; flex: 1; font-size: 1.05rem; font-weight: 600; }
  header select { background: #084a46; color: #fff; border: 1px solid #ffffff66; border-radius: 8px; padding: .15rem .3rem; }
  header button { background: transparent; border-color: #ffffff66; color: #fff; }
  header button:hover { background: #ffffff22; }
  .notice { margin: 0; padding: .5rem .9rem; background: #fff4dc; border-block-end: 1px solid #ecd9a8; font-size: .9rem; }
  .body { flex: 1; overflow-y: auto; padding: .9rem; display: flex; flex-direction: column; gap: .55rem; }
  form { display: flex; flex-direction: column; gap: .6rem; }
  form p { margin: 0; color: var(--grey); font-size: .9rem; }
  label { display: flex; flex-direction: column; gap: .15rem; font-size: .9rem; font-weight: 600; }
  input, textarea { font-weight: 400; border: 1px solid #8fa39f; border-radius: 8px; padding: .45rem .6rem; background: #fff; width: 100%; }
  textarea { resize: none; }
  .log { display: flex; flex-direction: column; gap: .5rem; }
  .message { max-width: 84%; align-self: flex-start; }
  .message .who { font-size: .78rem; color: var(--grey); margin: 0 .3rem .1rem; }
  .message .text { background: var(--soft); border-radius: 14px 14px 14px 4px; padding: .5rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  .message.mine { align-self: flex-end; }
  .message.mine .text { background: var(--main); color: #fff; border-radius: 14px 14px 4px 14px; }
  .message.mine .who { text-align: end; }
  .system { align-self: center; text-align: center; color: var(--grey); font-size: .86rem; padding: .1rem .6rem; }
  .choices { display: flex; flex-wrap: wrap; gap: .4rem; margin-block-start: .4rem; }
  .choices button { border-color: var(--main); color: var(--main); }
  .typing { min-height: 1.3em; margin: 0; padding: 0 .9rem; font-size: .84rem; color: var(--grey); }
  .actions { display: flex; flex-wrap: wrap; gap: .35rem; padding: .45rem .9rem; border-block-start: 1px solid var(--line); }
  .actions button { font-size: .84rem; padding: .2rem .65rem; }
  .ask { padding: .7rem .9rem; border-block-start: 1px solid var(--line); background: var(--soft); }
  .row { display: flex; gap: .5rem; align-items: end; }
  .row label { flex: 1; }
  .composer { display: flex; flex-direction: row; gap: .5rem; padding: .5rem .9rem .7rem; align-items: end; }
  .composer textarea { flex: 1; }
  .stars { display: flex; gap: .3rem; border: 0; padding: 0; margin: 0; }
  .stars legend { font-weight: 600; padding: 0; margin-block-end: .3rem; }
  .stars label { flex-direction: row; align-items: center; gap: .2rem; border: 1px solid var(--line); border-radius: 8px; padding: .3rem .55rem; }
  .stars input { width: auto; }
  footer { display: flex; flex-wrap: wrap; gap: .2rem .6rem; padding: .45rem .9rem; font-size: .8rem; color: var(--grey); border-block-start: 1px solid var(--line); background: #fafcfb; }
  footer a { color: var(--main); }
  details { font-size: .88rem; color: var(--grey); } summary { cursor: pointer; } details p { margin: .3rem 0 0; }
  .silent { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: no-preference) { .panel { animation: rise .18s ease-out; } @keyframes rise { from { transform: translateY(12px); opacity: .4; } } }
  @media (max-width: 480px) { .panel { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; border: 0; } }
`;
