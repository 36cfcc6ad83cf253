/**
 * Limits that ESLint's own rules cannot draw here: a class made inside a function (one per
 * compiler) is not part of the function's length, and a method that overrides a bundler's has the
 * bundler's parameters.
 */
export const house = {
  rules: {
    'max-lines-per-function': {
      meta: { type: 'suggestion', schema: [{ type: 'integer' }] },
      create: maxLinesPerFunction,
    },
    'max-params': {
      meta: { type: 'suggestion', schema: [{ type: 'integer' }] },
      create: maxParams,
    },
  },
};

function maxLinesPerFunction(context) {
  const [max] = context.options;
  const classLines = [];
  return {
    ':function'() {
      classLines.push(0);
    },
    'ClassBody:exit'(node) {
      if (classLines.length) classLines[classLines.length - 1] += lines(node);
    },
    ':function:exit'(node) {
      const inClasses = classLines.pop();
      const own = lines(node) - inClasses;
      if (own > max)
        context.report({ node, message: `${own} lines; a function has ${max} at most.` });
      if (classLines.length) classLines[classLines.length - 1] += inClasses;
    },
  };
}

function maxParams(context) {
  const [max] = context.options;
  return {
    ':function'(node) {
      const { length } = node.params;
      if (length <= max || node.parent.override) return;
      context.report({ node, message: `${length} parameters; a function has ${max} at most.` });
    },
  };
}

function lines({ loc }) {
  return loc.end.line - loc.start.line + 1;
}
