import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../graphql/schema.graphql",
  documents: "../graphql/storefront/*.graphql",
  generates: {
    "src/generated/": {
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
    },
  },
};

export default config;
