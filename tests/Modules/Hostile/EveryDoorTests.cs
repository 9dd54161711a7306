using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>Everything that takes input gets what it does not want. Whatever is sent, the program answers and says what is wrong.</summary>
public sealed class EveryDoorTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Verdict wrong = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(""), InlineData("agent")]
    public async Task A_body_that_is_not_what_was_asked_for_is_refused_with_words(string login)
    {
        var before = await Count();
        var doors = Doors.Posts(app);
        Assert.True(doors.Count > 30, $"Only {doors.Count} doors: the list is broken.");
        using var browser = await As(login);
        foreach (var door in doors)
        {
            foreach (var (name, body, type) in Bodies())
            {
                using var content = new ByteArrayContent(body);
                if (type is not null)
                    content.Headers.TryAddWithoutValidation("Content-Type", type);
                wrong.Add($"{login} POST {door} {name}", await browser.Post(door, content));
            }
        }
        Assert.Empty(wrong.All);
        Assert.Equal(before, await Count());
    }

    [Theory, InlineData(""), InlineData("agent")]
    public async Task A_body_of_ten_megabytes_is_answered(string login)
    {
        var form = Encoding.ASCII.GetBytes("text=" + new string('a', 10 * 1024 * 1024));
        using var browser = await As(login);
        foreach (var door in Doors.Posts(app))
        {
            using var content = new ByteArrayContent(form);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            wrong.Add($"{login} POST {door} 10 MB", await browser.Post(door, content));
        }
        Assert.Empty(wrong.All);
    }

    [Theory, InlineData(""), InlineData("agent"), InlineData("sysadmin")]
    public async Task An_address_or_a_query_full_of_nonsense_is_answered(string login)
    {
        using var browser = await As(login);
        foreach (var text in Nasty.Texts.Where(t => t != "\uD800"))
        {
            var query = Uri.EscapeDataString(text);
            // The test's own client cannot send NUL in a path; the tests on the wire do.
            foreach (var door in Doors.Gets(app, text.Replace("\0", "", StringComparison.Ordinal)))
                wrong.Add(
                    $"{login} GET {door} {query}",
                    await browser.Get(
                        $"{door}?q={query}&page={query}&from={query}&area={query}&lat={query}&lon={query}&unit={query}&sort={query}"
                    )
                );
        }
        Assert.Empty(wrong.All);
    }

    [Fact]
    public async Task What_was_stored_as_markup_or_commands_comes_back_as_text()
    {
        var text = $"路灯坏了 {Nasty.Html} {Nasty.Sql}";
        var number = (await app.Given.Request(app.Given.Intake() with { Text = text })).Number;
        foreach (
            var (login, path) in new[]
            {
                ("agent", $"/desk/intake/{number}"),
                ("agent", $"/desk/print/{number}"),
                ("agent", "/desk/intake"),
            }
        )
        {
            using var browser = await app.SignIn(login);
            var page = await browser.Get(path);
            Assert.True(page.IsSuccess, $"{path}: {page.Status}");
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page.Text, StringComparison.Ordinal);
        }
        using var agent = await app.SignIn("agent");
        var answer = await agent.Get($"/api/requests/{number}");
        Assert.Equal("application/json", answer.ContentType);
        Assert.Contains("DROP TABLE requests", answer.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] Body, string? Type)> Bodies()
    {
        const string Form = "application/x-www-form-urlencoded";
        const string Json = "application/json";
        byte[] gbk = [(byte)'{', (byte)'"', 0xC2, 0xB7, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
        var many = string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=1"));
        return
        [
            ("nothing", [], null),
            ("no type", "x"u8.ToArray(), null),
            ("nonsense type", "x"u8.ToArray(), "what/ever; charset"),
            ("xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray(), "text/xml"),
            ("json null", "null"u8.ToArray(), Json),
            ("json list", "[]"u8.ToArray(), Json),
            ("json cut", "{\"a\":"u8.ToArray(), Json),
            ("json deep", Encoding.ASCII.GetBytes(new string('[', 100_000)), Json),
            ("json surrogate", "{\"reason\":\"\\ud800\"}"u8.ToArray(), Json),
            ("json nul", "{\"reason\":\"a\\u0000b\"}"u8.ToArray(), Json),
            ("json gbk", gbk, Json),
            ("json utf-7", "{}"u8.ToArray(), Json + "; charset=utf-7"),
            ("json nobody's charset", "{}"u8.ToArray(), Json + "; charset=klingon"),
            ("form nul", "text=a%00b&_handler=describe"u8.ToArray(), Form),
            ("form half", "text=%ED%A0%80%FF%&_handler=%FF"u8.ToArray(), Form),
            ("form nobody's charset", "text=a"u8.ToArray(), Form + "; charset=klingon"),
            ("form of many fields", Encoding.ASCII.GetBytes(many), Form),
            ("form with a long name", Encoding.ASCII.GetBytes(new string('n', 100_000) + "=1"), Form),
            ("parts without boundary", "x"u8.ToArray(), "multipart/form-data"),
            (
                "parts that never end",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"u8.ToArray(),
                "multipart/form-data; boundary=b"
            ),
            (
                "parts with long heads",
                Encoding.ASCII.GetBytes("--b\r\nX: " + new string('h', 100_000) + "\r\n\r\nx\r\n--b--"),
                "multipart/form-data; boundary=b"
            ),
        ];
    }

    private async Task<Browser> As(string login) => login.Length == 0 ? app.Visitor() : await app.SignIn(login);

    private Task<int> Count() => app.Use<RequestsDb, int>(db => db.Requests.CountAsync(Ct));
}
