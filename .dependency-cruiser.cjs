/**
 * Who may import whom. Each rule has a planted violation in
 * tests/boundaries/planted-violations.ts; a rule without one fails imports.test.ts.
 */
const TEST = "\\.test\\.tsx?$";
const DOMAIN = "^lib/domain/";
/** What one domain module shows another, at its top: its vocabulary and its use cases (`<verb>-<noun>.ts`). */
const FACE = "(schema|status|rules|policy|queries|events|slots|[a-z0-9]+-[a-z0-9-]+)\\.ts$";
/** A module's folders and its SQL: no one outside reads them. */
const INTERNAL = "^lib/domain/[^/]+/([^/]+/|statements\\.ts$)";
/** What runs anywhere. Its inner parts lie in a folder of its name: slots/spans.ts. */
const PURE = "((schema|rules|slots|format)/[a-z0-9-]+|(schema|status|rules|slots|format|output)[a-z0-9-]*)\\.ts$";
/** Kits that need a server: a database, secrets, a socket, the file system; and the plans of the world's phone numbers, too large for a browser. */
const SERVER_KITS =
  "^lib/platform/((db|jobs|mail|push|encryption|files|audit|events|log|rate-limit)/|text/read-phone\\.ts)|^lib/actor/(?!(actor|audience)\\.ts$)";
const RUNTIME_ONLY = { dependencyTypesNot: ["type-only"] };

const error = (name, comment, from, to, more = {}) => ({ name, comment, severity: "error", from, to, ...more });

const layers = [
  error(
    "lib-knows-no-doors",
    "app → components → lib/domain → lib/actor → lib/platform, never back.",
    { path: "^lib/" },
    { path: "^(app|components)/|^(middleware|instrumentation)\\.ts$" },
  ),
  error(
    "components-know-no-app",
    "Pages use components, never the other way.",
    { path: "^components/" },
    { path: "^app/" },
  ),
  error(
    "composition-is-the-root",
    "What starts the server puts all parts together; only instrumentation.ts and scripts start it.",
    { path: "^(app|components|lib)/|^middleware\\.ts$", pathNot: "^lib/composition/" },
    { path: "^lib/composition/" },
  ),
  error(
    "platform-knows-no-domain",
    "A platform kit fits any product: it knows neither its modules and pages nor who acts in it.",
    { path: "^lib/platform/" },
    { path: `${DOMAIN}|^lib/(actor|site)/` },
  ),
  error(
    "actor-knows-no-module",
    "Who acts and who hears is below every module, and so are the addresses of pages.",
    { path: "^lib/(actor|site)/" },
    { path: DOMAIN },
  ),
  error(
    "no-cycles-between-kits",
    "Of two kits one is the lower, and can be taken without the other.",
    { path: "^lib/platform/[^/]+$" },
    { path: "^lib/platform/[^/]+$", circular: true },
    { scope: "folder" },
  ),
  error(
    "ui-knows-no-domain",
    "components/ui has no domain word in it, and leads to no page by itself.",
    { path: "^components/ui/" },
    { path: "^lib/(domain|actor|site)/|^components/(?!ui/)" },
  ),
  error(
    "domain-knows-no-framework",
    "The domain runs without Next, React or HTTP; only its actions.ts is a door.",
    { path: DOMAIN, pathNot: ["/actions\\.ts$", TEST] },
    {
      path: "node_modules/(next|react|react-dom|next-auth)/|^lib/platform/(http|actions)/|^lib/actor/(session|authenticate|define-[a-z]+)\\.ts$|^(node:)?https?$",
    },
  ),
];

const libraries = [
  error(
    "prisma-only-in-db",
    "Everyone else gets the client and its types from lib/platform/db.",
    { path: "^(app|components|lib)/|^[^/]+\\.tsx?$", pathNot: ["^lib/platform/db/", "^prisma\\.config\\.ts$"] },
    { path: "(^|/)@prisma/" },
  ),
  error(
    "pusher-server-only-in-realtime",
    "Events reach channels through the relay alone.",
    { path: "^(app|components|lib)/", pathNot: "^lib/platform/realtime/" },
    { path: "(^|/)node_modules/pusher/" },
  ),
  error(
    "pusher-js-only-in-realtime",
    "One connection per page, opened in one place.",
    { path: "^(app|components|lib)/", pathNot: "^(lib/platform|components)/realtime/" },
    { path: "(^|/)node_modules/pusher-js/" },
  ),
  error(
    "next-link-only-in-ui",
    "Next's own links and forms fetch every visible page again after each refresh: on a live page, at each event.",
    { path: "^(app|components|lib)/", pathNot: "^components/ui/(link|form)\\.(test\\.)?tsx$" },
    { path: "(^|/)node_modules/next/(link|form)\\." },
  ),
];

const doors = [
  error(
    "doors-never-query",
    "A door parses, calls one use case and renders; rows are read by queries.ts.",
    { path: "^(app|components)/" },
    { path: "^lib/platform/db/|^lib/actor/(transaction|record)\\.ts$" },
  ),
  error(
    "doors-never-decide",
    "Policies are asked by queries and use cases, never by a page or a route.",
    { path: "^(app|components)/" },
    { path: "^lib/domain/[^/]+/policy\\.ts$" },
  ),
  error(
    "components-see-vocabulary-only",
    "Components import from a domain only schema, status, format and actions (and types).",
    { path: "^components/", pathNot: TEST },
    { path: DOMAIN, pathNot: "/(schema|status|format|actions)\\.ts$", ...RUNTIME_ONLY },
  ),
  error(
    "components-need-no-server-kit",
    "Components may run in a browser.",
    { path: "^components/" },
    { path: SERVER_KITS, pathNot: "^lib/platform/db/", ...RUNTIME_ONLY },
  ),
  error(
    "actions-are-doors",
    "Only pages and components call a server action; inside, call the use case.",
    { path: "^lib/" },
    { path: "^lib/domain/[^/]+/actions\\.ts$" },
  ),
];

const vocabulary = [
  error(
    "pure-files-stay-pure",
    "schema, status, rules, format and output decide from their arguments, and the browser may read them: they import no server kit, query or use case.",
    { path: `^lib/domain/[^/]+/${PURE}` },
    {
      path: `${SERVER_KITS}|^lib/platform/config/|node_modules/server-only/|^lib/domain/`,
      pathNot: `^lib/domain/[^/]+/${PURE}`,
      ...RUNTIME_ONLY,
    },
  ),
  error(
    "policy-is-pure",
    "A policy decides from its arguments: it borrows Prisma's types, never the client or another server kit.",
    { path: "^lib/domain/[^/]+/policy\\.ts$" },
    { path: `${SERVER_KITS}|^lib/domain/[^/]+/(queries|events|actions)\\.ts$`, ...RUNTIME_ONLY },
  ),
  error(
    "domains-meet-at-their-faces",
    "Another module is reached through schema, status, rules, policy, queries, events and its use cases.",
    { path: "^lib/domain/([^/]+)/" },
    { path: DOMAIN, pathNot: ["^lib/domain/$1/", `^lib/domain/[^/]+/${FACE}`] },
  ),
  error(
    "internals-stay-inside",
    "What another part may call lies at a module's top; its inner steps, its SQL and the parts of its pure files lie below.",
    { path: "^(app|components|lib/composition)/", pathNot: TEST },
    { path: INTERNAL },
  ),
  error(
    "no-cycles-between-domains",
    "Of two modules one is the lower.",
    { path: "^lib/domain/[^/]+$" },
    { path: "^lib/domain/[^/]+$", circular: true },
    { scope: "folder" },
  ),
  error(
    "no-cycles-between-component-folders",
    "What two folders of components need of each other lies in a third.",
    { path: "^components/[^/]+$" },
    { path: "^components/[^/]+$", circular: true },
    { scope: "folder" },
  ),
];

const hygiene = [
  error("no-cycles", "Files that need each other are one file, or lack a third.", {}, { circular: true }),
  error("no-unresolvable", "An import that leads nowhere.", {}, { couldNotResolve: true }),
  error(
    "no-orphans",
    "A file that nobody imports and that imports nothing is left over.",
    { orphan: true, path: "^(components|lib)/", pathNot: ["\\.d\\.ts$", TEST] },
    {},
  ),
  error(
    "product-knows-no-tests",
    "What ships never imports what does not.",
    { path: "^(app|components|lib)/", pathNot: TEST },
    { path: `^(tests|scripts)/|${TEST}` },
  ),
  error(
    "no-dev-dependencies-in-product",
    "The server is installed without them.",
    { path: "^(app|components|lib)/", pathNot: TEST },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...layers, ...libraries, ...doors, ...vocabulary, ...hygiene],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count: a layer that borrows another's types depends on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
