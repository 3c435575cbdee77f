import ts from 'typescript'

/** One use of a text in the source: `t('a.b', { count })`, `` t(`state.${state}`) ``. */
export interface Use {
  file: string
  /** Namespaces that a key without one may come from. */
  namespaces: readonly string[]
  key: string
  /** The key goes on after this text: a template. */
  prefix: boolean
  /** Null: the options aren't written out, so it can't be told. */
  counted: boolean | null
}

function namespacesOf(source: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'useTranslation') {
      const [first] = node.arguments
      if (first === undefined) found.push('common')
      else if (ts.isStringLiteral(first)) found.push(first.text)
      else if (ts.isArrayLiteralExpression(first)) found.push(...first.elements.filter(ts.isStringLiteral).map(({ text }) => text))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...new Set(found)]
}

function keysIn(node: ts.Expression): { key: string; prefix: boolean }[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, prefix: false }]
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, prefix: true }]
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysIn(node.expression)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [...keysIn(node.left), ...keysIn(node.right)]
  return []
}

function isCounted(options: ts.Expression | undefined): boolean | null {
  if (options === undefined) return false
  if (!ts.isObjectLiteralExpression(options) || options.properties.some(ts.isSpreadAssignment)) return null
  return options.properties.some((property) => property.name?.getText() === 'count')
}

/** Every text asked for by `t(…)` in one file. */
export function usesIn(file: string, text: string): Use[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const namespaces = namespacesOf(source)
  const uses: Use[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && (node.expression.getText(source) === 't' || node.expression.getText(source) === 'i18next.t')) {
      const [key, options] = node.arguments
      if (key !== undefined) uses.push(...keysIn(key).map((found) => ({ file, namespaces, ...found, counted: isCounted(options) })))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return uses
}

/** Every string and template head of a file: what a key built elsewhere may begin with. */
export function textsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateExpression(node)) found.push(node.head.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
