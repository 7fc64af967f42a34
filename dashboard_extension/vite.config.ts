import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const EVERYWHERE =
  /node_modules\/(@saleor|react|react-dom|react-router|scheduler|@tanstack|@radix-ui|@floating-ui|@vanilla-extract|@dessert-box|@fontsource-variable|lucide-react)\//;

/** What most pages share of our own; not what only forms need, which brings libraries of its own, nor the words of single pages. */
const SHELL =
  /\/src\/(ui\/(?!Combobox)|app\/|api\/|bridge\/|format\/|generated\/|problems\/|i18n\/(?!messages\/(de|fr|pl)\/|messages\/\w+\/(webhooks|imports|importFields)))/;
const FIRST_PAGE = "src/invoices/InvoicesPage.tsx";

export default defineConfig({
  base: "/dashboard/",
  // Words that the app's own reports have too lie beside it.
  server: { fs: { allow: [".", "../saleor_invoices/imports/words"] } },
  plugins: [react(), withoutDesignSystemFonts(), withFirstPage()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs in one file of its own: it stays in caches while the pages change.
    // The libraries of single pages come with those.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "libraries", test: EVERYWHERE },
            { name: "shell", test: SHELL },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700,
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/**/*.test.{ts,tsx}"], environment: "happy-dom" },
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

/** The design system brings 40 font files of 100 kB; `fonts.css` has the one family, in subsets. */
function withoutDesignSystemFonts(): Plugin {
  return {
    name: "without-design-system-fonts",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("macaw-ui") || !id.split("?")[0]?.endsWith(".css")) return null;
      return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ""), map: null };
    },
  };
}

/** The grid's own files are asked for with the page itself, not after its libraries have run. */
function withFirstPage(): Plugin {
  return {
    name: "with-first-page",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
        const grid = chunks.find((each) => each.facadeModuleId?.endsWith(FIRST_PAGE));
        if (grid === undefined) return [];
        const styles = [...(grid.viteMetadata?.importedCss ?? [])];
        const files = [
          ...[grid.fileName, ...grid.imports].map((file) => ({ rel: "modulepreload", file })),
          ...styles.map((file) => ({ rel: "preload", file, as: "style" })),
        ];
        return files
          .filter(({ file }) => !html.includes(file))
          .map(({ file, ...attrs }) => ({
            tag: "link",
            attrs: {
              ...attrs,
              href: `/dashboard/${file}`,
              crossorigin: attrs.rel === "modulepreload",
            },
            injectTo: "head" as const,
          }));
      },
    },
  };
}
