import { cpSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Lit's builds for Node run in browsers too, and can be imported where there is no window.
  resolve: {
    conditions: ["node", "module", "import", "default"],
    alias: { "@lit-labs/ssr-dom-shim": new URL("./src/noDom.ts", import.meta.url).pathname },
  },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    target: "es2022",
    lib: { entry: "src/index.ts", formats: ["es"], fileName: () => "saleor-invoices.js" },
    rolldownOptions: { output: { minify: true } }, // a library's spaces would be left in
  },
  plugins: [withoutSpaces(), withPackedWords(), withTypes()],
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/**/*.test.ts"], environment: "happy-dom" },
      },
      {
        extends: true,
        test: {
          name: "browser",
          // Pictures to look at are made on demand: `npm run screenshots`.
          include: process.env.SCREENSHOTS ? ["browser/screenshots.ts"] : ["browser/**/*.test.ts"],
          environment: "node",
          globalSetup: "browser/setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } }, // a busy machine is no fault of the page
        },
      },
    ],
  },
});

/** Spaces inside of templates, styles and operations mean nothing: one stands for many. */
function withoutSpaces(): Plugin {
  return {
    name: "without-spaces",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/(elements|styles|generated)\//.test(id)) return null;
      const styles = /\/styles\//.test(id);
      const spaces = styles ? /\s*([{};,])\s*|(:) |\n\s*/g : /\n\s+/g;
      const short = code.replaceAll(spaces, styles ? "$1$2" : "\n");
      // Operations hold their fragments; those alone are asked for by nobody.
      return { code: short.replaceAll("= new Typed", "= /* @__PURE__ */ new Typed"), map: null };
    },
  };
}

/** Eleven languages repeat the same keys: in the bundle only English has them. */
function withPackedWords(): Plugin {
  return {
    name: "with-packed-words",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const language = /\/i18n\/words\/(?!en\.)(\w+)\.ts$/.exec(id)?.[1];
      if (!language) return null;
      const texts = [...code.matchAll(/^ {2}\w+:\s+"(.*)",$/gm)].map(([, text]) => text);
      return {
        code: `import { unpacked } from "../unpacked";
export const ${language} = /* @__PURE__ */ unpacked(${JSON.stringify(texts.join("|"))});`,
        map: null,
      };
    },
  };
}

/** The declarations are written by hand: they belong beside the file. */
function withTypes(): Plugin {
  return { name: "with-types", closeBundle: () => cpSync("types", "dist", { recursive: true }) };
}
