import { describe, expect, it } from "vitest";
import { z } from "zod";
import { routesFor } from "../define-route";
import { openApiDocument } from "../openapi";
import { shortText, uuid } from "@/lib/platform/input/text";
import { DOCS_POLICY, docsPage } from "./docs-page";
import { html, prose } from "./html";

const defineRoute = routesFor(async () => null);

describe("the API documentation page", () => {
  it("escapes every value", () => {
    expect(html`<b>${"<script>\"&'"}</b>`.text).toBe("<b>&lt;script&gt;&quot;&amp;&#39;</b>");
    expect(prose("see `<x>`").text).toBe("see <code>&lt;x&gt;</code>");
  });

  it("shows a route with its parameters, body and errors, and runs no script", () => {
    const body = z.strictObject({
      name: shortText(20),
      places: z.array(z.strictObject({ hospitalId: uuid.nullable() })),
    });
    const params = z.strictObject({ id: uuid });
    defineRoute(
      {
        ...{
          method: "PUT",
          path: "/api/shown/{id}",
          operationId: "putShown",
          summary: "Put <it>",
          tags: ["shown"],
          auth: "required",
        },
        ...{ params, body, response: { status: 200, schema: body }, errors: ["slot-taken"] },
      },
      ({ body: sent }) => Promise.resolve(sent),
    );
    const page = docsPage(openApiDocument("http://localhost:3000"));
    for (const text of [
      "/api/shown/{id}",
      "Put &lt;it&gt;",
      "places[].hospitalId",
      "at most 20 characters",
      "slot-taken",
      'id="invalid"',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toMatch(/<script|<it>|style="|\[object Object\]|undefined/);
    expect(DOCS_POLICY).toContain("default-src 'none'");
  });
});
