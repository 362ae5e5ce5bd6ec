import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SETS = fileURLToPath(new URL('../node_modules/lightning-base-components/src/lightning', import.meta.url));

/** The module of an icon set such as `lightning/iconSvgTemplatesUtilityRtl`, as far as it is one; else null. */
export function iconSet(id) {
  const [, kind, direction] = /^lightning\/iconSvgTemplates(Action|Custom|Doctype|Standard|Utility)(Rtl)?$/.exec(id) ?? [];
  return kind ? { folder: `iconSvgTemplates${kind}`, kind: kind.toLowerCase(), rtl: Boolean(direction) } : null;
}

/** An icon set with those icons alone that the components name: a whole set takes hundreds of kilobytes. */
export function iconModule({ folder, kind, rtl }, components) {
  const used = namesIn(components, kind).map((name) => [name, fileOf(folder, kind, name, rtl)]);
  const found = used.filter(([, file]) => file);
  const imports = found.map(([name, file]) => `import ${kind}_${name} from '${file}';`);
  return `${imports.join('\n')}\nexport default { ${found.map(([name]) => `${kind}_${name}`).join(', ')} };`;
}

/** Of right-to-left sets only the icons that differ are there. */
function fileOf(folder, kind, name, rtl) {
  const path = (set) => `${SETS}/${set}/buildTemplates/${kind}/${name}.html`;
  return [...(rtl ? [path(`${folder}Rtl`)] : []), path(folder)].find(existsSync);
}

function namesIn(components, kind) {
  const texts = readdirSync(components, { recursive: true })
    .filter((path) => /\.(html|js)$/.test(path))
    .map((path) => readFileSync(`${components}/${path}`, 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(new RegExp(`\\b${kind}:(\\w+)`, 'g'))].map(([, name]) => name));
  return [...new Set(names)].sort();
}
