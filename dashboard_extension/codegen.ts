import type { CodegenConfig } from "@graphql-codegen/cli";

const made = {
  preset: "client",
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: "string",
    enumsAsTypes: true,
    onlyOperationTypes: true,
    strictScalars: true,
    useTypeImports: true,
    scalars: {
      ID: "string",
      Date: "string",
      DateTime: "string",
      // Exact, as a string: a JSON number would lose digits.
      ExactDecimal: "string",
      JSON: "unknown",
      _Any: "unknown",
    },
  },
} as const;

const config: CodegenConfig = {
  schema: "../graphql/schema.graphql",
  generates: {
    "src/generated/": { ...made, documents: "../graphql/dashboard/*.graphql" },
    // Of single pages: what lies in the folder above comes with the first page.
    "src/settings/webhooks/generated/": {
      ...made,
      documents: "../graphql/dashboard/webhooks/*.graphql",
    },
    "src/imports/generated/": { ...made, documents: "../graphql/dashboard/imports/*.graphql" },
  },
};

export default config;
