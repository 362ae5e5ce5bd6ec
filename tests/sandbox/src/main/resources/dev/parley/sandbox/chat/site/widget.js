// The visitor's chat: <script src="…/site/widget.js" defer></script> on any page. Attributes of the script, all optional:
//   data-lang="sv"            the language, else that of ?lang=, the page, the browser (en, sv, de, fa, zh)
//   data-invite-after="30"    seconds until it offers its help, "off" for never
//   data-invite-when="…"      a CSS selector: it offers its help only where the page has such an element
//   data-company, data-email, data-phone   whom the visitor talks to, and the other ways to reach them
// Nothing that anybody writes is ever read as HTML.
(() => {
  'use strict';
  const script = document.currentScript;
  const server = new URL('.', script.src);
  const option = (name, otherwise = '') => script.dataset[name] ?? otherwise;
  const company = option('company', 'us');

  const TEXTS = {
    en: { name: 'English', open: 'Chat with us', title: 'Chat', close: 'Close the chat window', end: 'End chat', invite: 'Can we help you?', yes: 'Yes, chat', no: 'No, thanks',
      intro: 'Tell us who you are, so that we can go on even if the line drops. Everything but the question may stay empty.', fName: 'Name', fEmail: 'Work e-mail', fCompany: 'Company', fQuestion: 'Your question', start: 'Start chat',
      write: 'Write a message', send: 'Send', person: 'A person', callback: 'Call me back', mail: 'E-mail me', meeting: 'Meet', phone: 'Phone', when: 'When suits you?', ask: 'Send request', cancel: 'Cancel',
      typing: '{0} is writing…', sending: 'Sending…', delivered: 'Delivered', read: 'Read', lost: 'The connection is lost. What you write is kept and sent as soon as it is back.', back: 'Connected again.',
      closed: 'We are not here right now. Leave your message: it is read first thing when we are back. You can also ask for a meeting or a call.', joined: '{0} has joined and sees what you wrote.', transfer: '{0} is handing over to a colleague.', reading: '{0} takes over and is reading the whole conversation. You need not repeat anything.', seller: '{0} takes this up with you, and knows what you have said.',
      called: 'Noted: we will call you back.', mailed: 'Noted: we will write to you.', wished: 'You asked for a meeting. We are looking for times.', slots: 'These times are free ({0}). Choose one:', taken: 'That time has just been taken. These are free ({0}):', held: 'Held for you until {0}.', chosen: 'You chose {0}.', confirmed: 'The meeting is on {0}. An invitation is on its way.',
      ended: 'The chat has ended.', rate: 'How was it?', stars: '{0} of 5', comment: 'Anything you want to tell us?', thanks: 'Thank you!', again: 'New chat', other: 'Other ways:', help: 'New to chat?', helpText: 'Write as you would in a text message and press Enter. A bot answers first; say “a person” at any time. You can close the window and come back: the conversation is kept.', bot: 'bot', you: 'You', keep: 'Your e-mail, in case the line drops', save: 'Save', waiting: 'Somebody will be with you within five minutes.' },
    sv: { name: 'Svenska', open: 'Chatta med oss', title: 'Chatt', close: 'Stäng chattfönstret', end: 'Avsluta', invite: 'Kan vi hjälpa dig?', yes: 'Ja, chatta', no: 'Nej, tack',
      intro: 'Berätta vem du är, så att vi kan fortsätta även om förbindelsen bryts. Allt utom frågan får vara tomt.', fName: 'Namn', fEmail: 'E-post på jobbet', fCompany: 'Företag', fQuestion: 'Din fråga', start: 'Börja chatta',
      write: 'Skriv ett meddelande', send: 'Skicka', person: 'En person', callback: 'Ring mig', mail: 'Mejla mig', meeting: 'Möte', phone: 'Telefon', when: 'När passar det?', ask: 'Skicka önskemål', cancel: 'Avbryt',
      typing: '{0} skriver…', sending: 'Skickas…', delivered: 'Levererat', read: 'Läst', lost: 'Förbindelsen är bruten. Det du skriver sparas och skickas så snart den är tillbaka.', back: 'Ansluten igen.',
      closed: 'Just nu är vi inte här. Lämna ditt meddelande: det läses så snart vi är tillbaka. Du kan också be om ett möte eller ett samtal.', joined: '{0} är här och ser det du har skrivit.', transfer: '{0} lämnar över till en kollega.', reading: '{0} tar över och läser hela samtalet. Du behöver inte upprepa något.', seller: '{0} tar hand om det här och vet vad du har sagt.',
      called: 'Noterat: vi ringer upp dig.', mailed: 'Noterat: vi skriver till dig.', wished: 'Du bad om ett möte. Vi letar efter tider.', slots: 'De här tiderna är lediga ({0}). Välj en:', taken: 'Den tiden blev just upptagen. De här är lediga ({0}):', held: 'Reserverade åt dig till {0}.', chosen: 'Du valde {0}.', confirmed: 'Mötet är {0}. En inbjudan är på väg.',
      ended: 'Chatten är avslutad.', rate: 'Hur var det?', stars: '{0} av 5', comment: 'Vill du berätta något mer?', thanks: 'Tack!', again: 'Ny chatt', other: 'Andra vägar:', help: 'Ny i chatten?', helpText: 'Skriv som i ett sms och tryck Enter. Först svarar en bot; be när som helst om en person. Du kan stänga fönstret och komma tillbaka: samtalet finns kvar.', bot: 'bot', you: 'Du', keep: 'Din e-post, om förbindelsen bryts', save: 'Spara', waiting: 'Någon är hos dig inom fem minuter.' },
    de: { name: 'Deutsch', open: 'Mit uns chatten', title: 'Chat', close: 'Chatfenster schließen', end: 'Beenden', invite: 'Können wir helfen?', yes: 'Ja, chatten', no: 'Nein, danke',
      intro: 'Sagen Sie uns, wer Sie sind, damit es auch nach einem Abbruch weitergeht. Alles außer der Frage darf leer bleiben.', fName: 'Name', fEmail: 'Geschäftliche E-Mail', fCompany: 'Unternehmen', fQuestion: 'Ihre Frage', start: 'Chat beginnen',
      write: 'Nachricht schreiben', send: 'Senden', person: 'Eine Person', callback: 'Rückruf', mail: 'Per E-Mail', meeting: 'Termin', phone: 'Telefon', when: 'Wann passt es?', ask: 'Wunsch senden', cancel: 'Abbrechen',
      typing: '{0} schreibt…', sending: 'Wird gesendet…', delivered: 'Zugestellt', read: 'Gelesen', lost: 'Die Verbindung ist unterbrochen. Was Sie schreiben, bleibt erhalten und wird gesendet, sobald sie wieder da ist.', back: 'Wieder verbunden.',
      closed: 'Im Moment sind wir nicht da. Hinterlassen Sie Ihre Nachricht: Sie wird als Erstes gelesen. Sie können auch um einen Termin oder einen Anruf bitten.', joined: '{0} ist da und sieht, was Sie geschrieben haben.', transfer: '{0} übergibt an jemanden aus dem Team.', reading: '{0} übernimmt und liest das ganze Gespräch. Sie müssen nichts wiederholen.', seller: '{0} kümmert sich darum und weiß, was Sie gesagt haben.',
      called: 'Notiert: Wir rufen Sie zurück.', mailed: 'Notiert: Wir schreiben Ihnen.', wished: 'Sie möchten einen Termin. Wir suchen freie Zeiten.', slots: 'Diese Zeiten sind frei ({0}). Bitte wählen Sie:', taken: 'Diese Zeit wurde gerade vergeben. Frei sind ({0}):', held: 'Für Sie gehalten bis {0}.', chosen: 'Sie haben {0} gewählt.', confirmed: 'Der Termin ist am {0}. Eine Einladung ist unterwegs.',
      ended: 'Der Chat ist beendet.', rate: 'Wie war es?', stars: '{0} von 5', comment: 'Möchten Sie uns noch etwas sagen?', thanks: 'Vielen Dank!', again: 'Neuer Chat', other: 'Andere Wege:', help: 'Neu im Chat?', helpText: 'Schreiben Sie wie in einer Kurznachricht und drücken Sie Enter. Zuerst antwortet ein Bot; bitten Sie jederzeit um eine Person. Sie können das Fenster schließen und wiederkommen: Das Gespräch bleibt.', bot: 'Bot', you: 'Sie', keep: 'Ihre E-Mail, falls die Verbindung abbricht', save: 'Speichern', waiting: 'In höchstens fünf Minuten ist jemand bei Ihnen.' },
    fa: { name: 'فارسی', open: 'گفتگو با ما', title: 'گفتگو', close: 'بستن پنجرهٔ گفتگو', end: 'پایان گفتگو', invite: 'می‌توانیم کمک کنیم؟', yes: 'بله، گفتگو', no: 'نه، ممنون',
      intro: 'بگویید چه کسی هستید تا اگر ارتباط قطع شد بتوانیم ادامه دهیم. به‌جز پرسش، بقیه اختیاری است.', fName: 'نام', fEmail: 'ایمیل کاری', fCompany: 'شرکت', fQuestion: 'پرسش شما', start: 'شروع گفتگو',
      write: 'پیامی بنویسید', send: 'ارسال', person: 'کارشناس', callback: 'تماس تلفنی', mail: 'ایمیل', meeting: 'جلسه', phone: 'تلفن', when: 'چه زمانی مناسب است؟', ask: 'ثبت درخواست', cancel: 'انصراف',
      typing: '{0} در حال نوشتن است…', sending: 'در حال ارسال…', delivered: 'رسید', read: 'خوانده شد', lost: 'ارتباط قطع شده است. آنچه می‌نویسید نگه داشته و پس از اتصال ارسال می‌شود.', back: 'دوباره متصل شدید.',
      closed: 'اکنون کسی حضور ندارد. پیام بگذارید تا در اولین فرصت خوانده شود. می‌توانید درخواست جلسه یا تماس هم بدهید.', joined: '{0} آمد و نوشته‌های شما را می‌بیند.', transfer: '{0} گفتگو را به همکارش می‌سپارد.', reading: '{0} ادامه می‌دهد و در حال خواندن کل گفتگو است. لازم نیست چیزی را تکرار کنید.', seller: '{0} پیگیر این موضوع است و از گفته‌های شما خبر دارد.',
      called: 'ثبت شد: با شما تماس می‌گیریم.', mailed: 'ثبت شد: برایتان می‌نویسیم.', wished: 'درخواست جلسه کردید. دنبال زمان مناسب هستیم.', slots: 'این زمان‌ها آزاد است ({0}). یکی را انتخاب کنید:', taken: 'آن زمان همین حالا گرفته شد. این‌ها آزاد است ({0}):', held: 'تا {0} برای شما نگه داشته می‌شود.', chosen: 'شما {0} را انتخاب کردید.', confirmed: 'جلسه {0} است. دعوت‌نامه فرستاده می‌شود.',
      ended: 'گفتگو پایان یافت.', rate: 'چطور بود؟', stars: '{0} از ۵', comment: 'نکته‌ای هست که بخواهید بگویید؟', thanks: 'سپاسگزاریم!', again: 'گفتگوی تازه', other: 'راه‌های دیگر:', help: 'تازه‌وارد هستید؟', helpText: 'مثل پیامک بنویسید و Enter را بزنید. نخست یک ربات پاسخ می‌دهد؛ هر زمان می‌توانید کارشناس بخواهید. می‌توانید پنجره را ببندید و برگردید: گفتگو می‌ماند.', bot: 'ربات', you: 'شما', keep: 'ایمیل شما، اگر ارتباط قطع شد', save: 'ذخیره', waiting: 'حداکثر تا پنج دقیقه کسی پاسخ می‌دهد.' },
    zh: { name: '中文', open: '与我们聊天', title: '在线咨询', close: '关闭聊天窗口', end: '结束聊天', invite: '需要帮助吗？', yes: '好的，聊聊', no: '不用了',
      intro: '请告诉我们您是谁，以便断线后仍能继续。除问题外均可留空。', fName: '姓名', fEmail: '工作邮箱', fCompany: '公司', fQuestion: '您的问题', start: '开始聊天',
      write: '输入消息', send: '发送', person: '转人工', callback: '回电', mail: '邮件联系', meeting: '会议', phone: '电话', when: '什么时间方便？', ask: '提交', cancel: '取消',
      typing: '{0} 正在输入…', sending: '发送中…', delivered: '已送达', read: '已读', lost: '连接已断开。您写的内容会保留，恢复后立即发送。', back: '已重新连接。',
      closed: '我们目前不在线。请留言，上班后会首先阅读。您也可以预约会议或要求回电。', joined: '{0} 已加入，可以看到您写的内容。', transfer: '{0} 正在转交给同事。', reading: '{0} 接手并正在阅读整个对话，您无需重复。', seller: '{0} 将跟进此事，并已了解您所说的内容。',
      called: '已记录：我们会给您回电。', mailed: '已记录：我们会给您写邮件。', wished: '您希望预约会议，我们正在查找时间。', slots: '以下时间可选（{0}）：', taken: '该时间刚被占用。以下时间可选（{0}）：', held: '为您保留至 {0}。', chosen: '您选择了 {0}。', confirmed: '会议时间为 {0}。邀请即将发出。',
      ended: '聊天已结束。', rate: '您觉得如何？', stars: '{0} / 5', comment: '还有什么想告诉我们的吗？', thanks: '谢谢！', again: '新的聊天', other: '其他方式：', help: '第一次聊天？', helpText: '像发短信一样输入并按回车。首先由机器人回答；您可随时要求人工。可以关闭窗口再回来，对话会保留。', bot: '机器人', you: '您', keep: '您的邮箱，以防断线', save: '保存', waiting: '五分钟内会有人回复您。' },
  };

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

  // ---- what is remembered in this browser, and only there
  const memory = {
    read(key) { try { return JSON.parse(localStorage.getItem('parley.' + key)); } catch { return null; } },
    write(key, value) {
      try { value === null ? localStorage.removeItem('parley.' + key) : localStorage.setItem('parley.' + key, JSON.stringify(value)); } catch { /* a private window forgets */ }
    },
  };
  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

  let chat = memory.read('chat') ?? { key: random(), conversation: '', outbox: [] };
  let lang = pick(option('lang'), new URLSearchParams(location.search).get('lang'), memory.read('lang'), document.documentElement.lang, navigator.language);
  let T = TEXTS[lang];
  const known = { email: chat.email ?? '', closed: false, rated: false, waiting: false, attended: false, readByAgent: -1, open: true };
  let lastPlace = -1;
  const items = [];
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => values[n] ?? '');
  const save = () => memory.write('chat', chat);

  function pick(...wishes) {
    for (const wish of wishes) { const short = (wish ?? '').slice(0, 2).toLowerCase(); if (TEXTS[short]) return short; }
    return 'en';
  }

  function el(tag, properties = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (name in node && !name.startsWith('aria')) node[name] = value;
      else node.setAttribute(name, value);
    }
    node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
    return node;
  }

  // ---- the line to the chat service: whatever has not come back is sent again
  let socket = null;
  let wait = 500;
  let timer = 0;
  let lost = false;
  let wanted = Boolean(chat.conversation || chat.outbox.length);

  function connect() {
    clearTimeout(timer);
    if (!wanted || socket) return;
    const address = new URL('chat', server);
    address.protocol = address.protocol.replace('http', 'ws');
    const line = socket = new WebSocket(address);
    line.onopen = () => line.send(JSON.stringify({ type: 'hello', conversation: chat.conversation, key: chat.key, after: lastPlace }));
    line.onmessage = message => { if (line === socket) hear(JSON.parse(message.data)); };
    line.onclose = () => dropped(line);
  }

  function dropped(line) {
    if (socket !== line) return;
    socket = null;
    line.onclose = null;
    line.close();
    lost = true;
    show();
    timer = setTimeout(connect, wait);
    wait = Math.min(5000, wait * 2);
  }

  addEventListener('offline', () => socket && dropped(socket));
  addEventListener('online', () => { wait = 500; connect(); });
  setInterval(() => {
    const oldest = chat.outbox[0];
    if (socket && oldest && oldest.sentAt && Date.now() - oldest.sentAt > 8000) dropped(socket);
  }, 2000);

  function transmit(frame) {
    if (!socket || socket.readyState !== 1) return;
    frame.sentAt ??= Date.now();
    const { sentAt, ...wire } = frame;
    socket.send(JSON.stringify(wire));
  }

  function tell(frame) {
    chat.outbox.push(frame);
    save();
    wanted = true;
    socket ? transmit(frame) : connect();
    show();
  }

  function hint(frame) { if (socket?.readyState === 1) socket.send(JSON.stringify(frame)); }

  function hear(frame) {
    if (frame.type === 'welcome') welcome(frame);
    else if (frame.type === 'item') item(frame);
    else if (frame.type === 'read') { known.readByAgent = frame.place; marks(); }
    else if (frame.type === 'typing') typing(frame.name);
  }

  function welcome(frame) {
    wait = 500;
    known.open = frame.open;
    if (frame.conversation) {
      chat.conversation = frame.conversation;
      known.readByAgent = frame.readByAgent;
      chat.outbox = chat.outbox.filter(waiting => waiting.type !== 'start');
      save();
    } else if (chat.conversation) {
      return forget();
    }
    if (lost && chat.conversation) announce(T.back);
    lost = false;
    for (const waiting of chat.outbox) { delete waiting.sentAt; transmit(waiting); }
    show();
  }

  function item({ place, event }) {
    if (place <= lastPlace) return;
    lastPlace = place;
    const before = chat.outbox.length;
    chat.outbox = chat.outbox.filter(waiting => event.id !== chat.conversation + '-' + waiting.cid);
    if (chat.outbox.length !== before) save();
    items.push({ place, event });
    note(event);
    draw({ place, event });
    show();
    seen();
  }

  /** The chat service no longer knows the conversation: nothing is left to go on with. */
  function forget() {
    memory.write('chat', null);
    chat = { key: random(), conversation: '', outbox: [] };
    restart();
  }

  function restart() {
    items.length = 0;
    lastPlace = -1;
    Object.assign(known, { closed: false, rated: false, waiting: false, attended: false, readByAgent: -1, email: '' });
    log.replaceChildren();
    rateForm.reset();
    lost = false;
    if (socket) { const old = socket; socket = null; old.onclose = null; old.close(); }
    wanted = Boolean(shown);
    connect();
    show();
  }

  function note(event) {
    const data = event.data;
    if (event.type === 'chat.participant.left' && data.role === 'bot') known.waiting = known.attended = true;
    if (event.type === 'chat.participant.joined' && data.role === 'agent') known.waiting = false;
    if (event.type === 'chat.conversation.closed') known.closed = true;
    if (event.type === 'chat.rating.given') known.rated = true;
    if (data.visitor?.email) known.email = data.visitor.email;
  }

  // ---- what stands in the log
  function draw({ place, event }) {
    const data = event.data;
    const name = data.participant?.name ?? '';
    switch (event.type) {
      case 'chat.message.posted': return message(place, data);
      case 'chat.participant.joined':
        if (data.role === 'agent') system(say(handedOver(place) ? T.reading : T.joined, name));
        return;
      case 'chat.participant.left':
        if (data.reason === 'transfer') system(say(T.transfer, name));
        return;
      case 'chat.callback.requested': return system(data.phone ? T.called : T.mailed);
      case 'handoff.accepted': return data.to?.name ? system(say(T.seller, data.to.name)) : undefined;
      case 'meeting.requested': return system(data.start ? say(T.chosen, moment(data.start)) : T.wished);
      case 'meeting.slots.offered': return slots(data);
      case 'meeting.confirmed': return system(say(T.confirmed, moment(data.start)));
      case 'chat.conversation.closed': return system(T.ended);
      case 'chat.rating.given': return system(T.thanks);
    }
  }

  const handedOver = place => items.some(({ place: p, event }) => p < place && event.data.reason === 'transfer');
  const moment = time => new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(time));
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  function put(node) {
    log.append(node);
    body.scrollTop = body.scrollHeight;
  }

  function system(text) { put(el('p', { className: 'system' }, text)); }

  function message(place, data) {
    const role = data.author.role;
    const mine = role === 'visitor';
    const who = mine ? T.you : role === 'bot' ? `${data.author.name} (${T.bot})` : data.author.name ?? '';
    const node = el('div', { className: mine ? 'message mine' : 'message' },
      el('div', { className: 'who' }, mine ? el('span', { className: 'mark' }) : who),
      el('div', { className: 'text', dir: 'auto' }, mine ? el('span', { className: 'silent' }, who + ': ') : '', data.text));
    if (data.choices) node.append(choices(data.choices.map(choice => [choice.label, () => tell({ type: 'choose', cid: random().slice(0, 16), topic: choice.id, label: choice.label })])));
    if (mine) { node.dataset.place = place; node.dataset.cid = data.id; typing(''); }
    put(node);
    if (!mine) typing('');
    marks();
  }

  function choices(list) {
    const node = el('div', { className: 'choices' });
    for (const [label, act] of list) node.append(el('button', { type: 'button', onclick: () => { node.remove(); act(); text.focus(); } }, label));
    return node;
  }

  function slots(data) {
    const node = el('div', { className: 'message' }, el('div', { className: 'text' }, say(data.reason === 'taken' ? T.taken : T.slots, zone()), data.until ? ' ' + say(T.held, moment(data.until)) : ''));
    node.append(choices((data.slots ?? []).map(slot => [moment(slot.start), () => tell({ type: 'meeting', cid: random().slice(0, 16), timezone: zone(), start: slot.start, end: slot.end })])));
    put(node);
  }

  function marks() {
    for (const node of log.querySelectorAll('.mine')) {
      const place = Number(node.dataset.place);
      node.querySelector('.mark').textContent = place <= known.readByAgent ? T.read : T.delivered;
    }
  }

  /** What is still on its way stands below the log, in its order. */
  function drawOutbox() {
    const waiting = chat.outbox.filter(frame => frame.type === 'say' || frame.type === 'choose' || (frame.type === 'start' && frame.form.question));
    outgoing.replaceChildren(...waiting.map(frame => el('div', { className: 'message mine' },
      el('div', { className: 'who' }, T.sending), el('div', { className: 'text', dir: 'auto' }, frame.text ?? frame.label ?? frame.form.question))));
    if (waiting.length) body.scrollTop = body.scrollHeight;
  }

  let typingTimer = 0;
  function typing(name) {
    clearTimeout(typingTimer);
    typingLine.textContent = name ? say(T.typing, name) : '';
    if (name) typingTimer = setTimeout(() => { typingLine.textContent = ''; }, 4000);
  }

  function announce(text) { silent.textContent = text; }

  function seen() {
    if (shown && document.visibilityState === 'visible' && lastPlace >= 0) hint({ type: 'read', place: lastPlace });
  }
  addEventListener('visibilitychange', seen);

  // ---- what is on the screen
  const host = el('div', { id: 'parley-chat' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const launcher = el('button', { className: 'launcher main', type: 'button', onclick: () => open() });
  const silent = el('p', { className: 'silent', role: 'status' });
  let invite = null;
  let shown = false;
  let asking = '';
  let proactive = false;
  let panel, log, outgoing, body, notice, form, keep, text, composer, typingLine, actions, ask, rateForm, foot, endButton, again;

  function build() {
    panel?.remove();
    const heading = el('h2', { id: 'parley-title' }, `${T.title}: ${company}`);
    const languages = el('select', { 'aria-label': 'Language', onchange: event => speak(event.target.value) });
    for (const [code, texts] of Object.entries(TEXTS)) languages.append(el('option', { value: code, selected: code === lang, lang: code }, texts.name));
    endButton = el('button', { type: 'button', onclick: () => tell({ type: 'close', cid: 'closed' }) }, T.end);
    notice = el('p', { className: 'notice', role: 'status', hidden: true });
    form = startForm();
    log = el('div', { className: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': T.title });
    outgoing = el('div', { className: 'log' });
    rateForm = ratingForm();
    again = el('button', { type: 'button', className: 'main', onclick: forget }, T.again);
    body = el('div', { className: 'body', tabIndex: 0, role: 'region', 'aria-label': T.title }, form, log, outgoing, rateForm, again, help());
    typingLine = el('p', { className: 'typing', 'aria-live': 'off' });
    actions = el('div', { className: 'actions', role: 'group', 'aria-label': T.other },
      el('button', { type: 'button', onclick: () => tell({ type: 'choose', cid: random().slice(0, 16), topic: 'person', label: T.person }) }, T.person),
      el('button', { type: 'button', onclick: () => askFor('phone') }, T.callback),
      el('button', { type: 'button', onclick: () => askFor('email') }, T.mail),
      el('button', { type: 'button', onclick: () => tell({ type: 'meeting', cid: random().slice(0, 16), timezone: zone() }) }, T.meeting));
    ask = el('form', { className: 'ask', hidden: true, onsubmit: asked });
    keep = el('form', { className: 'ask', hidden: true, onsubmit: kept }, el('div', { className: 'row' },
      el('label', {}, T.keep, el('input', { name: 'email', type: 'email', required: true, maxLength: 200, dir: 'ltr', autocomplete: 'email' })), el('button', { type: 'submit' }, T.save)));
    text = el('textarea', { rows: 2, maxLength: 4000, 'aria-label': T.write, placeholder: T.write, dir: 'auto', onkeydown: entered, oninput: writing });
    composer = el('form', { className: 'composer', onsubmit: event => { event.preventDefault(); send(); } }, text, el('button', { className: 'main', type: 'submit' }, T.send));
    foot = el('footer', {}, T.other);
    if (option('email')) foot.append(el('a', { href: 'mailto:' + option('email') }, option('email')));
    if (option('phone')) foot.append(el('a', { href: 'tel:' + option('phone').replace(/\s/g, ''), dir: 'ltr' }, option('phone')));
    panel = el('section', { className: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'parley-title', hidden: !shown, onkeydown: trap },
      el('header', {}, heading, languages, endButton, el('button', { type: 'button', 'aria-label': T.close, title: T.close, onclick: close }, '✕')),
      notice, body, typingLine, keep, actions, ask, composer, foot);
    root.append(panel);
    launcher.textContent = T.open;
    host.lang = lang;
    host.dir = panel.dir = launcher.dir = lang === 'fa' ? 'rtl' : 'ltr';
    items.forEach(draw);
  }

  function startForm() {
    const field = (name, label, properties) => el('label', {}, label, el('input', { name, maxLength: 200, dir: 'auto', ...properties }));
    return el('form', { onsubmit: started },
      el('p', {}, T.intro),
      field('name', T.fName, { autocomplete: 'name' }), field('email', T.fEmail, { type: 'email', autocomplete: 'email' }), field('company', T.fCompany, { autocomplete: 'organization' }),
      el('label', {}, T.fQuestion, el('textarea', { name: 'question', rows: 3, maxLength: 4000, dir: 'auto' })),
      el('button', { className: 'main', type: 'submit' }, T.start));
  }

  function started(event) {
    event.preventDefault();
    const answers = Object.fromEntries(new FormData(form));
    if (answers.email) known.email = chat.email = answers.email;
    tell({ type: 'start', key: chat.key, locale: lang, proactive, form: answers, page: { url: location.href, title: document.title, referrer: document.referrer } });
    text.focus();
  }

  function help() { return el('details', {}, el('summary', {}, T.help), el('p', {}, T.helpText)); }

  function ratingForm() {
    const stars = el('fieldset', { className: 'stars' }, el('legend', {}, T.rate));
    for (let value = 1; value <= 5; value++) stars.append(el('label', {}, el('input', { type: 'radio', name: 'value', value, required: true, 'aria-label': say(T.stars, value) }), String(value)));
    return el('form', { hidden: true, onsubmit: event => {
      event.preventDefault();
      const answers = new FormData(rateForm);
      tell({ type: 'rate', cid: 'rating', value: Number(answers.get('value')), comment: answers.get('comment') });
    } }, stars, el('label', {}, T.comment, el('textarea', { name: 'comment', rows: 2, maxLength: 1000, dir: 'auto' })), el('button', { className: 'main', type: 'submit' }, T.send));
  }

  function askFor(what) {
    asking = what;
    const field = what === 'phone' ? el('input', { name: 'phone', type: 'tel', required: true, maxLength: 40, dir: 'ltr', autocomplete: 'tel' })
      : el('input', { name: 'email', type: 'email', required: true, maxLength: 200, dir: 'ltr', autocomplete: 'email', value: known.email });
    ask.replaceChildren(el('label', {}, what === 'phone' ? T.phone : T.fEmail, field), el('label', {}, T.when, el('input', { name: 'when', maxLength: 200, dir: 'auto' })),
      el('div', { className: 'row' }, el('button', { className: 'main', type: 'submit' }, T.ask), el('button', { type: 'button', onclick: () => { asking = ''; show(); text.focus(); } }, T.cancel)));
    show();
    field.focus();
  }

  function asked(event) {
    event.preventDefault();
    tell({ type: 'callback', cid: random().slice(0, 16), ...Object.fromEntries(new FormData(ask)) });
    asking = '';
    show();
    text.focus();
  }

  function kept(event) {
    event.preventDefault();
    known.email = keep.elements.email.value;
    tell({ type: 'identify', cid: random().slice(0, 16), email: known.email });
    text.focus();
  }

  function entered(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  }

  let toldTyping = 0;
  function writing() {
    if (Date.now() - toldTyping > 2000) { toldTyping = Date.now(); hint({ type: 'typing' }); }
  }

  function send() {
    const words = text.value.trim();
    if (!words) return;
    text.value = '';
    tell({ type: 'say', cid: random().slice(0, 16), text: words });
  }

  function show() {
    const started = Boolean(chat.conversation || chat.outbox.length);
    panel.hidden = !shown;
    launcher.hidden = shown;
    form.hidden = started;
    const live = started && !known.closed;
    composer.hidden = actions.hidden = endButton.hidden = !live;
    ask.hidden = !live || !asking;
    actions.firstElementChild.hidden = known.attended;
    keep.hidden = !live || Boolean(asking || known.email) || !(known.waiting || lost);
    rateForm.hidden = !known.closed || known.rated || chat.outbox.some(frame => frame.type === 'rate');
    again.hidden = !known.closed;
    const words = lost && started && !known.closed ? T.lost : !known.open ? T.closed : live && known.waiting ? T.waiting : '';
    if (notice.textContent !== words) notice.textContent = words;
    notice.hidden = !words;
    drawOutbox();
  }

  /** Tab stays in the window, Escape leaves it. */
  function trap(event) {
    if (event.key === 'Escape') { close(); return; }
    if (event.key !== 'Tab') return;
    const stops = [...panel.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex="0"]')].filter(node => !node.disabled && node.checkVisibility());
    const first = stops[0];
    const last = stops[stops.length - 1];
    if (event.shiftKey && root.activeElement === first) { event.preventDefault(); last.focus(); }
    else if (!event.shiftKey && root.activeElement === last) { event.preventDefault(); first.focus(); }
  }

  function open(byInvitation = false) {
    uninvite();
    proactive = byInvitation;
    shown = true;
    wanted = true;
    connect();
    show();
    (form.hidden ? text : form.elements[0]).focus();
    seen();
  }

  function close() {
    shown = false;
    show();
    launcher.focus();
  }

  function speak(code) {
    lang = code;
    T = TEXTS[code];
    memory.write('lang', code);
    build();
    show();
  }

  function uninvite() { invite?.remove(); invite = null; }

  function offerHelp() {
    if (shown || chat.conversation || memory.read('declined')) return;
    if (option('inviteWhen') && !document.querySelector(option('inviteWhen'))) return;
    invite = el('div', { className: 'invite', role: 'status', lang: lang, dir: host.dir || 'ltr' }, el('p', {}, T.invite),
      el('div', { className: 'choices' }, el('button', { type: 'button', onclick: () => open(true) }, T.yes),
        el('button', { type: 'button', onclick: () => { memory.write('declined', true); uninvite(); launcher.focus(); } }, T.no)));
    root.append(invite);
  }

  build();
  root.append(launcher, silent);
  document.body.append(host);
  show();
  connect();
  const after = option('inviteAfter', '30');
  if (after !== 'off') setTimeout(offerHelp, Number(after) * 1000);
})();
