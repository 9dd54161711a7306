using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Suiying.Testing;
using Suiying.Tests.Hostile;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Web;

/// <summary>Every page that the host has, as everybody sees it who reads English: nothing on it is Chinese but the city's data and what people wrote.</summary>
public sealed partial class EnglishPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    /// <summary>What people wrote, as the tests let them write it.</summary>
    private const string Written =
        "小区门口的路灯坏了一个多星期，晚上接孩子看不见路。演示居民。已更换灯头，当晚试亮正常，并请居民确认。已电话联系，核实位置在东门外。杨柳社区东门";

    /// <summary>For programs, and for who builds the pages.</summary>
    private static readonly string[] Unread = ["/api", "/design"];

    private static readonly string[] Attributes = ["title", "aria-label", "placeholder", "alt"];

    public static TheoryData<string> Logins =>
        [
            "",
            "resident",
            "agent",
            "dispatcher",
            "east1",
            "reviewer",
            "callback",
            "supervisor",
            "leader",
            "sysadmin",
            "secadmin",
            "auditadmin",
        ];

    [Theory, MemberData(nameof(Logins))]
    public async Task No_page_says_anything_in_Chinese(string login)
    {
        var number = await app.Given.ReviewedRequest();
        await app.Given.DispatchedRequest();
        await app.Given.Request();
        using var browser = login is "" or "resident" ? app.Visitor() : await app.SignIn(login);
        if (login == "resident")
            await browser.SignInByPhone("13800000001");
        await browser.PostForm("/language", (await browser.Get("/")).Token, ("lang", "en"), ("back", "/"));
        var data =
            string.Join('\n', Directory.GetFiles(SuiyingApp.Pack, "*", SearchOption.AllDirectories).Select(File.ReadAllText)) + Written;
        var (wrong, pages) = (new List<string>(), 0);
        foreach (var path in Doors.Gets(app, number).Where(p => !Unread.Any(u => p.StartsWith(u, StringComparison.Ordinal))))
        {
            var page = await browser.Get(path);
            if (page.ContentType != "text/html")
                continue;
            pages++;
            foreach (var text in TextsOf(page.Document.DocumentElement))
            {
                var words = Chinese().Matches(text).Select(m => m.Value).Where(w => !data.Contains(w, StringComparison.Ordinal)).ToList();
                if (words.Count > 0)
                    wrong.Add($"{path}: {string.Join(' ', words)}  in  {text.Trim()}");
            }
        }
        Assert.True(pages > 20, $"Only {pages} pages.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    private static IEnumerable<string> TextsOf(INode node)
    {
        if (node is IText text)
            yield return text.Data;
        if (node is IElement element)
        {
            // Said in another language on purpose, such as the name of that language.
            if (
                element.LocalName is "script" or "style"
                || element.LocalName != "html" && element.GetAttribute("lang")?.StartsWith("zh", StringComparison.Ordinal) == true
            )
                yield break;
            foreach (var name in Attributes)
            {
                if (element.GetAttribute(name) is { } said)
                    yield return said;
            }
        }
        foreach (var child in node.ChildNodes)
        {
            foreach (var inner in TextsOf(child))
                yield return inner;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();
}
