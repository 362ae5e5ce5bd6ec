import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const declarations = createRequire(import.meta.url).resolve('@salesforce/types/metadata').replace(/\.js$/, '.d.ts');

/**
 * The Metadata API's types, by name. A type is one of
 * `{kind: 'record', properties: Map<name, {required, many, type}>}`,
 * `{kind: 'enum', values: string[]}` and `{kind: 'string' | 'boolean' | 'number'}`;
 * a property's `type` is such a type or `{kind: 'reference', name}`.
 */
export function metadataTypes(file = declarations) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const aliases = source.statements.filter(ts.isTypeAliasDeclaration);
  return new Map(aliases.map((alias) => [alias.name.text, typeOf(alias.type)]));
}

/** Follows references, and joins a record with those that it extends. */
export function resolve(types, type) {
  if (type.kind === 'reference') {
    const target = types.get(type.name);
    if (!target) throw new Error(`@salesforce/types declares no type ${type.name}`);
    return resolve(types, target);
  }
  if (type.kind !== 'intersection') return type;
  const properties = type.parts.flatMap((part) => [...resolve(types, part).properties]);
  return { kind: 'record', properties: new Map(properties) };
}

function typeOf(node) {
  if (ts.isTypeLiteralNode(node)) return record(node);
  if (ts.isIntersectionTypeNode(node)) return { kind: 'intersection', parts: node.types.map(typeOf) };
  if (ts.isUnionTypeNode(node)) return { kind: 'enum', values: node.types.map((part) => part.literal.text) };
  if (ts.isLiteralTypeNode(node)) return { kind: 'enum', values: [node.literal.text] };
  if (ts.isTypeReferenceNode(node)) return { kind: 'reference', name: node.typeName.text };
  return primitive(node);
}

function primitive(node) {
  switch (node.kind) {
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean' };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number' };
    case ts.SyntaxKind.StringKeyword:
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.UnknownKeyword:
      return { kind: 'string' };
    default:
      throw new Error(`@salesforce/types uses a form of type not read here: ${ts.SyntaxKind[node.kind]}`);
  }
}

function record(node) {
  const properties = node.members.filter(ts.isPropertySignature).map((member) => {
    const many = ts.isArrayTypeNode(member.type);
    // The Metadata API lets every list be empty, and an empty list is no element at all.
    const required = !many && !member.questionToken;
    return [member.name.text, { required, many, type: typeOf(many ? member.type.elementType : member.type) }];
  });
  return { kind: 'record', properties: new Map(properties) };
}
