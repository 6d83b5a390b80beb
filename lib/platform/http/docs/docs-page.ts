import { createHash } from "node:crypto";
import { ERROR_CATALOGUE } from "@/lib/platform/errors/app-error";
import type { Json } from "../openapi-schema";
import { Html, html, prose } from "./html";
import { fieldRow, objectRows } from "./schema-rows";
import { STYLE } from "./style";

type Operation = { method: string; path: string; operation: Json };
type Schemas = Record<string, Json>;

const METHODS = ["get", "post", "put", "patch", "delete"];

/** The page's policy: no scripts, no images, one style. */
export const DOCS_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function operationsOf(document: Json): Operation[] {
  const paths = document.paths as Record<string, Record<string, Json>>;
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ method, path, operation: item[method] }])),
  );
}

function table(caption: string, rows: Html[]): Html | "" {
  if (rows.length === 0) return "";
  return html`<h4>${caption}</h4>
    <div class="scroll" tabindex="0" role="group" aria-label="${caption}">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

function contentSchema(part: unknown): Json | undefined {
  const content = (part as { content?: Record<string, { schema?: Json }> } | undefined)?.content;
  return content === undefined ? undefined : Object.values(content)[0]?.schema;
}

function article({ method, path, operation }: Operation, schemas: Schemas): Html {
  const responses = Object.entries(operation.responses as Record<string, Json>);
  const [okStatus, ok] = responses[0] ?? ["200", {}];
  const parameters = (operation.parameters as Json[]).filter((entry) => entry.name !== undefined);
  const sent = contentSchema(operation.requestBody);
  const answered = contentSchema(ok);
  const security = operation.security as Json[];
  const who =
    security.length === 0
      ? "Anyone"
      : security.some((entry) => Object.keys(entry).length === 0)
        ? "Anyone; more when signed in"
        : "Signed in";
  const refusals = responses.slice(1).map(
    ([status, response]) =>
      html`<tr>
        <td>${status}</td>
        <td>${prose(response.description)}</td>
      </tr>`,
  );
  return html`<article id="${operation.operationId as string}">
    <div class="head">
      <span class="method">${method.toUpperCase()}</span>
      <h3 class="path">${path}</h3>
      <span class="quiet small">${who}</span>
    </div>
    <p>${prose(operation.summary)}</p>
    ${operation.description !== undefined && html`<p class="quiet">${prose(operation.description)}</p>`}
    ${table(
      "Parameters",
      parameters.map((p) =>
        fieldRow(String(p.name), { ...(p.schema as Json), description: p.description }, p.required === true, schemas),
      ),
    )}
    ${sent !== undefined && table("Body", objectRows(sent, schemas))}
    ${table(`Answer ${okStatus}`, answered === undefined ? [] : objectRows(answered, schemas))}
    <details>
      <summary class="small">Refusals</summary>
      ${table("Refusals", refusals)}
    </details>
  </article>`;
}

function navigation(groups: [string, Operation[]][]): Html {
  const link = ({ method, path, operation }: Operation) =>
    html`<li>
      <a href="#${operation.operationId as string}">${method.toUpperCase()} ${path.replace(/^\/api/, "")}</a>
    </li>`;
  return html`<nav aria-label="Routes">
    <p><a href="#rules">Rules</a></p>
    <p><a href="#refusals">Refusals</a></p>
    ${groups.map(
      ([tag, entries]) =>
        html`<strong>${tag}</strong>
          <ul>
            ${entries.map(link)}
          </ul>`,
    )}
  </nav>`;
}

const RULES = html`<h2 id="rules">Rules for every route</h2>
  <p>
    Send <code>Authorization: Bearer …</code> with a token from <code>POST /api/auth/token</code>; a browser on this
    site uses its session.
  </p>
  <p>
    Refusals are <code>application/problem+json</code> with a <code>code</code> that never changes its meaning and a
    <code>requestId</code> to send us.
  </p>
  <p>
    Instants are UTC with <code>Z</code>, local dates <code>YYYY-MM-DD</code>. Unknown fields are refused. An object you
    can’t access and one that doesn’t exist both answer <code>404</code>.
  </p>
  <p>
    Routes that create something accept <code>Idempotency-Key</code>: repeating the request repeats the first answer,
    for 24 hours.
  </p>
  <p>
    Objects carry <code>version</code> and <code>ETag</code>; writes accept <code>If-Match</code>. Lists answer
    <code>{ items, nextCursor }</code>; send the cursor back as <code>?cursor</code>.
  </p>`;

function refusalTable(): Html {
  const rows = Object.entries(ERROR_CATALOGUE).map(
    ([code, { status, title }]) =>
      html`<tr id="${code}">
        <td><code>${code}</code></td>
        <td>${status}</td>
        <td>${title}</td>
      </tr>`,
  );
  return html`<h2 id="refusals">Refusals</h2>
    <article>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">code</th>
              <th scope="col">status</th>
              <th scope="col">meaning</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
    </article>`;
}

/** Renders the OpenAPI document as a page for people. It runs no script and loads nothing. */
export function docsPage(document: Json): string {
  const info = document.info as Json;
  const schemas = ((document.components as Json).schemas ?? {}) as Schemas;
  const groups = new Map<string, Operation[]>();
  for (const entry of operationsOf(document)) {
    const tag = String((entry.operation.tags as string[])[0] ?? "Other").replace(/^./, (first) => first.toUpperCase());
    groups.set(tag, [...(groups.get(tag) ?? []), entry]);
  }
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b, "en"));
  const sections = sorted.map(
    ([tag, entries]) =>
      html`<h2>${tag}</h2>
        ${entries.map((entry) => article(entry, schemas))}`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${info.title as string} API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <div class="page">
          ${navigation(sorted)}
          <main>
            <h1>${info.title as string} API</h1>
            <p>${prose(info.description)}</p>
            <p>
              For machines: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href="/">Back to CareSync</a>
            </p>
            ${RULES}${sections}${refusalTable()}
          </main>
        </div>
      </body>
    </html>`.text;
}
