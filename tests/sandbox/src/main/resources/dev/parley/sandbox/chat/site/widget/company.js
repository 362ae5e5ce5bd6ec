// Whose chat it is, where the page that carries it does not say so.
const COMPANY = { name: { fa: 'نورویک' }, otherwise: 'Norrvik', email: 'hello@norrvik.example', phone: '+46 8 555 010 20' };
const company = () => option('company', COMPANY.name[lang] ?? COMPANY.otherwise);
