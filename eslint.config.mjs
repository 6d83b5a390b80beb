import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Refuses `eslint-disable…` without ` -- reason`: every exception must be explained. */
const explainedDisable = {
  meta: { type: "problem", schema: [], messages: { bare: "Say why: `eslint-disable-… rule -- reason`." } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: "bare" });
          }
        }
      },
    };
  },
};

const readsEnvironment = [
  // Next replaces NEXT_RUNTIME during the build, so it must be written out where code depends on it.
  "MemberExpression[object.name='process'][property.name='env']:not([parent.property.name='NEXT_RUNTIME'])",
  "VariableDeclarator[init.name='process'] Property[key.name='env']",
  "ImportDeclaration[source.value=/^(node:)?process$/]",
].map((selector) => ({ selector, message: "The environment is read only in lib/platform/config." }));

const castsRoute = {
  selector: "TSAsExpression[typeAnnotation.typeName.name='Route']",
  message: "`routes` builds an address, `ownPath` checks one from outside: neither needs a cast.",
};

/** A page's path, also after the site's origin: `"/doctors"`, `/doctors/${slug}`, `${origin}/doctors`. */
const PATH = "/^\\u002f(?!api\\u002f)[a-z]/";
const writesPath = [
  `Literal[value=${PATH}]`,
  `TemplateElement:first-child[value.raw=${PATH}]`,
  `TemplateLiteral[expressions.0.name='origin'] > TemplateElement:nth-child(2)[value.raw=${PATH}]`,
  `TemplateLiteral[expressions.0.property.name='origin'] > TemplateElement:nth-child(2)[value.raw=${PATH}]`,
  // Alone, "/" is often no address.
  "JSXAttribute[name.name=/^(href|action)$/] Literal[value='/']",
  "Property[key.name='href'] > Literal[value='/']",
  "CallExpression[callee.name=/^(redirect|permanentRedirect)$/] Literal[value='/']",
  "CallExpression[callee.object.name='router'] Literal[value='/']",
].map((selector) => ({ selector, message: "The paths of pages are built by lib/site/routes.ts." }));

const skipsOtherTests = {
  selector: "MemberExpression[property.name='only'][object.type=/Identifier|MemberExpression/]",
  message: "`.only` silently skips every other test.",
};

const writesSql = [
  "MemberExpression[property.name=/^\\$(query|execute)Raw/]",
  "MemberExpression[object.name='Prisma'][property.name=/^(sql|join|raw|empty)$/]",
].map((selector) => ({ selector, message: "Raw SQL stands in the module's statements.ts." }));

const silencesHydration = {
  selector: "JSXAttribute[name.name='suppressHydrationWarning']",
  message: "Find out why server and browser differ; for text worded by `Intl` use `LocaleText`.",
};

const sleeps = [
  { selector: "CallExpression[callee.property.name='waitForTimeout']", message: "Wait for what you need to see." },
  { selector: "CallExpression[callee.name='setTimeout']", message: "No sleeps in end-to-end tests." },
  { selector: "ImportDeclaration[source.value=/timers.promises$/]", message: "No sleeps in end-to-end tests." },
];

/** What a folder refuses beside what all do. ESLint takes a rule's options from the last block that matches a file. */
const refuse = (...more) => ({
  "no-restricted-syntax": ["error", ...readsEnvironment, silencesHydration, castsRoute, ...more.flat()],
});

export default [
  {
    ignores: [".next/**", ".next-*/**", ".data/**", "test-results/**", "playwright-report/**"],
  },
  ...coreWebVitals,
  ...typescript,
  {
    plugins: { caresync: { rules: { "explained-disable": explainedDisable } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "caresync/explained-disable": "error",
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      ...refuse(),
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true, "ts-check": false },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-floating-promises": "error",
      // A form action or an onClick may be async; a condition without await may not.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    },
  },
  { files: ["app/**", "components/**", "lib/**"], rules: refuse(writesSql) },
  {
    files: ["app/**", "components/**", "lib/domain/**", "lib/actor/**", "middleware.ts"],
    // robots.txt names what begins with a path.
    ignores: ["app/api/**", "app/robots.ts"],
    rules: refuse(writesSql, writesPath),
  },
  { files: ["lib/**/statements.ts", "lib/**/statements/*.ts"], rules: refuse(writesPath) },
  { files: ["lib/platform/db/**"], rules: refuse() },
  {
    files: ["lib/platform/config/**", "scripts/**", "prisma/seed/**", "*.config.*", "*.cjs"],
    // They run before the application's own configuration exists, or make it.
    rules: { "no-restricted-syntax": "off", "import/no-anonymous-default-export": "off" },
  },
  {
    files: ["scripts/**", "prisma/seed/**", "tests/**"],
    rules: {
      // What a command prints is its result.
      "no-console": "off",
      // There is no React or browser code here; `use` and `module` are ordinary names.
      "react-hooks/rules-of-hooks": "off",
      "@next/next/no-assign-module-variable": "off",
    },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "tests/**"],
    rules: {
      "no-restricted-syntax": ["error", skipsOtherTests],
      // A `describe` reads as a list, so it may be longer.
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["tests/e2e/**"],
    ignores: ["tests/e2e/support/stack.ts"],
    rules: { "no-restricted-syntax": ["error", skipsOtherTests, ...sleeps] },
  },
];
