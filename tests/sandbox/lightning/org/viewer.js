/** Who looks at the page, and in which language, as the page itself says. */
const page = document.getElementById('lightning').dataset;

/** The languages that the package is translated to, each as Salesforce names it, with a locale to write dates in. */
const LANGUAGES = {
  en: { locale: 'en-GB', dir: 'ltr' },
  sv: { locale: 'sv-SE', dir: 'ltr' },
  de: { locale: 'de-DE', dir: 'ltr' },
  fa: { locale: 'fa-IR', dir: 'rtl' },
  zh_CN: { locale: 'zh-CN', dir: 'ltr' },
};

const asked = new URLSearchParams(location.search).get('lang');
const wanted = [asked, ...navigator.languages].filter(Boolean);
const lang = wanted.map(known).find(Boolean) ?? 'en';

function known(tag) {
  const [language] = tag.split(/[-_]/);
  return Object.keys(LANGUAGES).find((name) => name === tag || name.split('_')[0] === language);
}

export const viewer = {
  userId: page.userId,
  username: page.username,
  as: page.as,
  lang,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ...LANGUAGES[lang],
};

/** A label in the viewer's language, in English where it is not translated. */
export function words(labels, name) {
  return labels[lang]?.[name] ?? labels.en[name];
}
