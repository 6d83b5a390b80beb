import { expect, test } from "./support/fixtures";
import { newDoctor } from "./support/people";

test.describe("for machines", () => {
  test("the sitemap lists public profiles, and no others", async ({ request, baseURL }) => {
    const waiting = await newDoctor({ verified: false });
    const answer = await request.get("/sitemap.xml");
    expect(answer.headers()["content-type"]).toContain("xml");
    const text = await answer.text();
    for (const path of ["/doctors", "/doctors/mira-sonnwald", "/hospitals/lindenhof-klinikum-berlin"]) {
      expect(text).toContain(`<loc>${baseURL}${path}</loc>`);
    }
    for (const slug of ["ottilie-farnkraut", "miradouro-hospital-lisbon", waiting.slug])
      expect(text).not.toContain(slug);
  });

  test("robots.txt keeps crawlers out of portals and the API", async ({ request, baseURL }) => {
    const text = await (await request.get("/robots.txt")).text();
    for (const path of ["/api/", "/patient", "/doctor/", "/hospital/", "/admin"])
      expect(text).toContain(`Disallow: ${path}`);
    expect(text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  });

  const described = [
    ["/doctors/mira-sonnwald", "Physician", "Dr. Mira Sonnwald"],
    ["/hospitals/lindenhof-klinikum-berlin", "Hospital", "Lindenhof Klinikum Berlin"],
  ] as const;
  for (const [path, type, name] of described) {
    test(`${path} describes itself as ${type}`, async ({ page, baseURL }) => {
      await page.goto(path);
      const text = await page.locator("script[type='application/ld+json']").first().textContent();
      expect(JSON.parse(text ?? "")).toMatchObject({
        "@context": "https://schema.org",
        "@type": type,
        name,
        url: `${baseURL}${path}`,
      });
    });

    test(`${path} has a title, a description and one canonical address`, async ({ page, baseURL }) => {
      await page.goto(path);
      await expect(page).toHaveTitle(new RegExp(`${name}.* – CareSync$`));
      await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /.{30,}/);
      await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${baseURL}${path}`);
      await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", new RegExp(name));
    });
  }

  test("a browser gets title and description in the head, not after the page", async ({ request, page }) => {
    const headers = { "User-Agent": await page.evaluate(() => navigator.userAgent) };
    const [head = ""] = (await (await request.get("/doctors/mira-sonnwald", { headers })).text()).split("</head>");
    expect(head).toMatch(/<title>[^<]*Dr. Mira Sonnwald/);
    expect(head).toMatch(/<meta name="description" content="[^"]{30,}/);
  });

  test("searches for a name are not indexed", async ({ page }) => {
    await page.goto("/doctors?q=sonnwald");
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  });
});
