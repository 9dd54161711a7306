using System.Text.Json;
using Microsoft.Playwright;
using Suiying.Browser.Stage;
using static Microsoft.Playwright.Assertions;

namespace Suiying.Browser;

/// <summary>现场办理 on a phone whose connection goes and comes back.</summary>
public sealed class FieldPages(City city)
{
    private const string Photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private const string Found = "到场查看，井盖已复位，周围已围挡，明天浇筑。";

    [Fact]
    public async Task What_is_written_without_a_connection_arrives_once()
    {
        await using var visit = await city.Visit(Screen.Phone);
        var page = visit.Page;
        await visit.SignIn("hepingli1", "/field");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        // The first page was there before the worker.
        await page.ReloadAsync();
        await page.Locator(".matters a:has-text('')").First.WaitForAsync();
        var link = page.Locator(".matters .card:has-text('请答复') a, .matters .card:has-text('请首次联系') a").Last;
        await link.ClickAsync();
        var form = page.Locator("[data-field-form]");
        await Expect(form).ToBeVisibleAsync();
        var number = (await form.GetAttributeAsync("data-number"))!;
        await visit.MustBeFine("field-matter-phone");
        var before = await Visits(page, number);

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-field-offline]")).ToBeVisibleAsync();
        Assert.DoesNotContain("****", await page.ContentAsync(), StringComparison.Ordinal);
        await form.Locator("textarea").FillAsync(Found);
        await form.Locator("#photos")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "a.png",
                    MimeType = "image/png",
                    Buffer = Convert.FromBase64String(Photo),
                }
            );
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-field-waiting]")).ToContainTextAsync("等网络");
        await visit.Shot("field-waiting");
        var record = await page.EvaluateAsync<string>("async () => JSON.stringify((await self.fieldRecords.all())[0])");

        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await page.WaitForFunctionAsync("async () => (await self.fieldRecords.all()).length === 0");
        // The answer was lost on the way, and the phone sends it again: the key says that it is the same.
        var again = await page.EvaluateAsync<int>(
            """
            async (text) => {
              const { key, number, kind, text: words, told, version, person, where, at, photos } = JSON.parse(text);
              const body = JSON.stringify({ visit: { key, number, kind, text: words, told, version, person, where, at }, photos });
              return (await fetch("/api/field/visits", { method: "POST", headers: { "content-type": "application/json" }, body })).status;
            }
            """,
            record
        );
        Assert.Equal(200, again);
        Assert.Equal(before + 1, await Visits(page, number));

        // Somebody else was faster: the record stays and says so.
        var stale = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(record)!;
        await page.EvaluateAsync(
            "async (text) => { const r = JSON.parse(text); await self.fieldRecords.put({ ...r, key: crypto.randomUUID(), version: 1 }); }",
            record
        );
        await page.GotoAsync("/field");
        await Expect(page.Locator("[data-field-waiting]")).ToContainTextAsync("工单已有变化");
        await page.Locator("[data-field-waiting] button:has-text('照样送出')").ClickAsync();
        await Expect(page.Locator("[data-field-waiting]")).ToBeHiddenAsync();
        Assert.Equal(before + 2, await Visits(page, number));
        Assert.Equal(number, stale["number"].GetString());
    }

    [Fact]
    public async Task An_answer_that_comes_late_changes_only_what_it_answers()
    {
        await using var visit = await city.Visit(Screen.Phone);
        await visit.SignIn("hepingli1", "/field");
        await visit.Page.WaitForFunctionAsync("() => self.fieldRecords");
        // The page and its worker may both send: meanwhile a person has decided about one record, and read the matter anew before writing another.
        var kept = await visit.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const records = self.fieldRecords, record = (key, version) => ({ key, version, number: "n", at: key, person: "p" });
              const answers = { a: { ok: true, json: async () => ({ version: 4 }) }, d: { status: 409, json: async () => ({ title: "?" }) } };
              self.fetch = async (_, { body }) => {
                const { key } = JSON.parse(body).visit;
                if (key === "d") await records.put({ ...record("d"), stopped: true });
                if (key === "a") await records.put({ ...record("c", 9), stopped: true });
                return answers[key];
              };
              await records.put(record("a", 3));
              await records.put({ ...record("b", 3), stopped: true });
              await records.put(record("d", 7));
              await records.sendAll();
              const all = await records.all();
              for (const { key } of all) await records.remove(key);
              return all.map((r) => `${r.key} ${r.version ?? "any"} ${r.conflict ?? "free"}`);
            }
            """
        );
        Assert.Equal(["b 4 free", "c 9 free", "d any free"], kept);
    }

    [Fact]
    public async Task A_recording_goes_with_a_connection_and_without_one_the_words_stay()
    {
        await using var visit = await city.Visit(Screen.Phone);
        var page = visit.Page;
        await visit.SignIn("hepingli1", "/field");
        await page.Locator(".matters .card:has-text('请答复') a, .matters .card:has-text('请首次联系') a").Last.ClickAsync();
        // Who loses the connection while a page still comes is another test's person.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var form = page.Locator("[data-field-form]");
        await form.Locator("textarea").FillAsync(Found);
        await form.Locator("#media")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "a.wav",
                    MimeType = "audio/wav",
                    Buffer = Sound,
                }
            );
        await page.Context.SetOfflineAsync(true);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(form.Locator("[data-field-status]")).ToContainTextAsync("要有网络才能送出");
        await visit.MustBeFine("field-media");
        await Expect(form.Locator("textarea")).ToHaveValueAsync(Found);
        await page.Context.SetOfflineAsync(false);
        await form.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("sent=1", StringComparison.Ordinal));
        await Expect(page.Locator("main")).ToContainTextAsync("已送出");
        await Expect(form.Locator("textarea")).ToHaveValueAsync("");
        visit.MustHaveGoneWell();
    }

    /// <summary>Eight samples of silence.</summary>
    internal static byte[] Sound =>
        [
            .. "RIFF"u8,
            .. BitConverter.GetBytes(44),
            .. "WAVEfmt "u8,
            .. BitConverter.GetBytes(16),
            .. new byte[] { 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0 },
            .. "data"u8,
            .. BitConverter.GetBytes(8),
            .. new byte[8],
        ];

    [Fact]
    public async Task What_was_kept_to_be_read_goes_with_its_person()
    {
        await using var visit = await city.Visit(Screen.Phone);
        var page = visit.Page;
        await visit.SignIn("community1", "/field");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await page.ReloadAsync();
        await page.WaitForFunctionAsync("async () => await caches.has('field')");
        await page.Locator("form[action='/signout'] button").ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/field", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("async () => !(await caches.has('field'))");
        visit.MustHaveGoneWell();
    }

    /// <summary>Contacts in the history of a matter, as the server has it.</summary>
    private static Task<int> Visits(IPage page, string number) =>
        page.EvaluateAsync<int>(
            "async (number) => (await (await fetch(`/api/requests/${number}`)).json()).history.filter((h) => h.action === 'RecordContact').length",
            number
        );
}
