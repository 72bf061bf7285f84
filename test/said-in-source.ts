import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Text with at least three words is a sentence, or a piece of one. */
const WORDS = /\p{L}+\s+\S+\s+\S+/u;

/**
 * What a source file says: its literal sentences, each with what is filled in as `…`. Imports, types and comments say
 * nothing to a user.
 */
export function sentencesIn(project: string, path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(join(project, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) said.push(node.text);
    if (ts.isTemplateExpression(node)) {
      said.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said.filter((text) => WORDS.test(text) && !/\bSELECT\b|\bFROM\b/.test(text));
}
