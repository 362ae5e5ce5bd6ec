// The company's pages, in the visitor's language: that of ?lang=, else the browser's.
const SITE = {
  en: { title: 'Norrvik: machines that say how they are', languages: 'Languages', head: 'Machines that say how they are',
    intro: "Norrvik's sensors listen to your machines day and night. Insight tells you weeks ahead which one needs care, so that a stop is something you plan.",
    products: 'Products', sensors: 'Sensors', sensorsText: 'Stuck on in a minute, five years on a battery, at home in dust and cold.',
    insight: 'Insight', insightText: 'One list each morning: what to look at, why, and by when.',
    rollout: 'Rollout', rolloutText: 'From ten machines on trial to a whole mill, with people who have done it before.',
    demo: "This is the site of Parley's sample company. Chat with it, and look at it from the other sides:", desk: "the agent's desk", crm: 'the CRM' },
  sv: { title: 'Norrvik: maskiner som säger hur de mår', languages: 'Språk', head: 'Maskiner som säger hur de mår',
    intro: 'Norrviks sensorer lyssnar på dina maskiner dygnet runt. Insight talar om flera veckor i förväg vilken som behöver omvårdnad, så att ett stopp blir något du planerar.',
    products: 'Produkter', sensors: 'Sensorer', sensorsText: 'Sitter på en minut, räcker fem år på ett batteri, trivs i damm och kyla.',
    insight: 'Insight', insightText: 'En lista varje morgon: vad du bör titta på, varför och när.',
    rollout: 'Införande', rolloutText: 'Från tio maskiner på prov till ett helt bruk, med folk som har gjort det förr.',
    demo: 'Det här är webbplatsen för Parleys exempelföretag. Chatta med det, och se det från de andra sidorna:', desk: 'kundtjänst', crm: 'CRM' },
  de: { title: 'Norrvik: Maschinen, die sagen, wie es ihnen geht', languages: 'Sprachen', head: 'Maschinen, die sagen, wie es ihnen geht',
    intro: 'Die Sensoren von Norrvik hören Ihren Maschinen Tag und Nacht zu. Insight sagt Ihnen Wochen vorher, welche Pflege braucht: So wird ein Stillstand etwas, das Sie planen.',
    products: 'Produkte', sensors: 'Sensoren', sensorsText: 'In einer Minute angebracht, fünf Jahre mit einer Batterie, zu Hause in Staub und Kälte.',
    insight: 'Insight', insightText: 'Jeden Morgen eine Liste: wonach zu sehen ist, warum und bis wann.',
    rollout: 'Einführung', rolloutText: 'Von zehn Maschinen zur Probe bis zum ganzen Werk, mit Leuten, die das schon gemacht haben.',
    demo: 'Das ist die Website der Beispielfirma von Parley. Chatten Sie mit ihr, und sehen Sie sie von den anderen Seiten an:', desk: 'der Arbeitsplatz', crm: 'das CRM' },
  fa: { title: 'نورویک: ماشین‌هایی که حالشان را می‌گویند', languages: 'زبان‌ها', head: 'ماشین‌هایی که حالشان را می‌گویند',
    intro: 'حسگرهای نورویک شب و روز به ماشین‌های شما گوش می‌دهند. Insight هفته‌ها پیش‌تر می‌گوید کدام‌یک به رسیدگی نیاز دارد تا توقف خط چیزی باشد که خودتان برنامه‌ریزی می‌کنید.',
    products: 'محصولات', sensors: 'حسگرها', sensorsText: 'در یک دقیقه نصب می‌شوند، پنج سال با یک باتری کار می‌کنند و با گردوغبار و سرما سازگارند.',
    insight: 'Insight', insightText: 'هر بامداد یک فهرست: به چه باید رسید، چرا و تا کی.',
    rollout: 'راه‌اندازی', rolloutText: 'از ده ماشین آزمایشی تا یک کارخانهٔ کامل، با کسانی که پیش‌تر این کار را کرده‌اند.',
    demo: 'این سایت شرکت نمونهٔ Parley است. با آن گفتگو کنید و از سوی دیگر نیز ببینیدش:', desk: 'میز پاسخ‌گویی', crm: 'CRM' },
  zh: { title: 'Norrvik：会说出自身状况的机器', languages: '语言', head: '会说出自身状况的机器',
    intro: 'Norrvik 的传感器日夜倾听您的机器。Insight 提前数周告诉您哪台需要维护，让停机成为您的计划之内。',
    products: '产品', sensors: '传感器', sensorsText: '一分钟贴装，一节电池用五年，不怕粉尘和低温。',
    insight: 'Insight', insightText: '每天早晨一份清单：看什么、为什么、何时之前。',
    rollout: '部署', rolloutText: '从十台机器试用到整座工厂，由有经验的人员陪伴。',
    demo: '这是 Parley 示例公司的网站。与它对话，再从另外两面看看：', desk: '客服工作台', crm: 'CRM' },
};

const code = pick(new URLSearchParams(location.search).get('lang'), navigator.language);
document.documentElement.lang = code;
document.documentElement.dir = direction(code);
document.title = SITE[code].title;
for (const node of document.querySelectorAll('[data-text]')) node.textContent = SITE[code][node.dataset.text];
for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', SITE[code][node.dataset.label]);
for (const link of document.querySelectorAll('.demo a')) link.search = '?lang=' + code;
