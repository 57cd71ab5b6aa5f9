import { createRequire } from "node:module";
import { bindingsIn, identifier } from "./bindings-in.js";

/**
 * The source of CDKTF and of the bindings in use, as one CommonJS module. CommonJS, because of such a module a process has
 * one, whether it is imported or required and whatever translates TypeScript: a hook gets the classes of the stack.
 * @param {string} src
 */
export function engineSource(src) {
  const aws = bindingsIn(src).map(
    (name) => `${identifier(name)}: require("@cdktf/provider-aws/lib/${name}/index.js")`,
  );
  return `exports.cdktf = require("cdktf"); exports.aws = { ${aws.join(", ")} };`;
}

/**
 * Takes what is asked of CDKTF and the bindings from the module of that name beside the bundle.
 * @param {string} name
 * @returns {import("esbuild").Plugin}
 */
export function engineOutside(name) {
  return {
    name: "engine-outside",
    setup(builder) {
      builder.onResolve({ filter: /^(cdktf$|@cdktf\/)/ }, ({ path }) => ({ path, namespace: "engine" }));
      builder.onResolve({ filter: /^\.\/part-engine-/ }, ({ path }) => ({ path, external: true }));
      builder.onLoad({ filter: /.*/, namespace: "engine" }, ({ path }) => {
        const [, binding] = /\/lib\/([a-z0-9-]+)\/index\.js$/.exec(path) ?? [];
        const part = binding === undefined ? "cdktf" : `aws.${identifier(binding)}`;
        return { contents: `module.exports = require("./${name}").${part};`, loader: "js" };
      });
    },
  };
}

/**
 * The module `hextet/cdktf`: CDKTF, and the bindings in use as `aws.<module>`. CDKTF is CommonJS, whose names esbuild does not
 * know: they are asked for here.
 * @param {string} src
 * @returns {import("esbuild").Plugin}
 */
export function engineForHooks(src) {
  return {
    name: "engine-for-hooks",
    setup(builder) {
      builder.onResolve({ filter: /^hextet:cdktf$/ }, ({ path }) => ({ path, namespace: "for-hooks" }));
      builder.onLoad({ filter: /.*/, namespace: "for-hooks" }, () => {
        const names = Object.keys(createRequire(import.meta.url)("cdktf"));
        const bindings = bindingsIn(src);
        const lines = bindings.map(
          (name) =>
            `import * as ${identifier(name)} from ${JSON.stringify(`@cdktf/provider-aws/lib/${name}/index.js`)};`,
        );
        const aws = bindings.map(identifier).join(", ");
        const last = `export { ${names.join(", ")} } from ${JSON.stringify("cdktf")}; export const aws = { ${aws} };`;
        return { contents: `${lines.join("\n")}\n${last}`, loader: "js", resolveDir: src };
      });
    },
  };
}
