using AngleSharp.Html.Dom;
using Suiying.Requests.Features;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>Every form of every page gets what it does not want in every field. A class of its own, so that it runs beside the other doors.</summary>
public sealed class EveryFormTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly string[] Somebody = ["", "agent", "dispatcher", "east1", "sysadmin", "secadmin", "auditadmin"];

    private readonly Verdict wrong = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_form_of_every_page_takes_any_text_in_every_field()
    {
        await app.Given.DispatchedRequest();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var paths = Doors.Gets(app, "intake").Where(p => !p.StartsWith("/api", StringComparison.Ordinal)).ToList();
        foreach (var login in Somebody)
        {
            using var reader = await As(login);
            foreach (var path in paths)
            {
                foreach (var form in (await reader.Get(path)).All("form").Cast<IHtmlFormElement>().Where(form => form.Method == "post"))
                {
                    var key = KeyOf(form, path);
                    if (seen.Add(key))
                        await FillIn(login, path, key);
                }
            }
        }
        Assert.Empty(wrong.All);
        Assert.True(seen.Count > 5, $"Only {seen.Count} forms were found.");
        var journal = await app.Use<VerifyJournal, Outcome<JournalReport>>(v => v.Run(new VerifyJournal.Command(), Actor.System, Ct));
        Assert.True(journal.Value.Whole);
    }

    private async Task FillIn(string login, string path, string key)
    {
        var browser = await As(login);
        foreach (var text in Nasty.Texts.Append(Nasty.Long).Where(t => t != "\uD800"))
        {
            if (await FormOf(browser, path, key) is not ({ } page, { } form))
            {
                // Some forms sign out, and some end what they stand under: somebody else goes on.
                browser.Dispose();
                browser = await As(login);
                if (await FormOf(browser, path, key) is not ({ } again, { } another))
                    break;
                (page, form) = (again, another);
            }
            form.SetAttribute("data-tried", "");
            var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]")
                .Where(e => e.GetAttribute("name") is not ("_handler" or "__RequestVerificationToken") && e.GetAttribute("type") != "file")
                .Select(e => (e.GetAttribute("name")!, text))
                .ToArray();
            var what = $"{login} form {key} of {path} {Uri.EscapeDataString(text[..Math.Min(20, text.Length)])}";
            wrong.Add(what, await page.Submit("form[data-tried]", fields));
        }
        browser.Dispose();
    }

    /// <summary>The form on its page as it stands now; null where it is not there.</summary>
    private static async Task<(Page? Page, IHtmlFormElement? Form)> FormOf(Browser browser, string path, string key)
    {
        var page = await browser.Get(path);
        return (page, page.All("form").Cast<IHtmlFormElement>().FirstOrDefault(form => form.Method == "post" && KeyOf(form, path) == key));
    }

    /// <summary>A form that stands on many pages goes to one address.</summary>
    private static string KeyOf(IHtmlFormElement form, string path) =>
        $"{form.GetAttribute("action") ?? path} {form.QuerySelector("[name=_handler]")?.GetAttribute("value")}";

    private async Task<Browser> As(string login) => login.Length == 0 ? app.Visitor() : await app.SignIn(login);
}
